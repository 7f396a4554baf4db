package dev.claimgate.payer;

import dev.claimgate.ack.AcknowledgementDraft;
import dev.claimgate.ack.AcknowledgementKind;
import dev.claimgate.ack.AcknowledgementSettings;
import dev.claimgate.ack.AcknowledgementWriter;
import dev.claimgate.ack.InformationSource;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.InterchangeRegister;
import dev.claimgate.validation.ValidationRules;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Checks what a simulated payer receives with the gateway's own engine and answers with its TA1 and 999. The engine's 277CA
 * is left out: a payer's verdict on claims comes later and is its own. Meant for one transaction set in an interchange.
 */
public final class EngineCheck implements PayerCheck {
    private static final AcknowledgementSettings SETTINGS = new AcknowledgementSettings(InformationSource.PAYER,
            "SIMULATED PAYER", "PI", "SIM01", "T", 1024 * 1024, 100);

    private final ValidationRules rules;
    private final Clock clock;
    private final AtomicInteger controlNumbers = new AtomicInteger();

    public EngineCheck(ValidationRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Answer check(byte[] interchange) {
        Answers answers = new Answers();
        try (AcknowledgementWriter writer = new AcknowledgementWriter(SETTINGS, clock, "sim", answers::add)) {
            FileValidator validator = new FileValidator(rules, InterchangeRegister.NONE, LocalDate.now(clock), writer);
            validator.feed(interchange, 0, interchange.length);
            validator.finish();
        }
        return new Answer(answers.bytes.toByteArray(), answers.setAccepted);
    }

    private final class Answers {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean setAccepted;

        void add(AcknowledgementDraft draft) {
            try (draft) {
                if (draft.kind() == AcknowledgementKind.CLAIM) {
                    setAccepted = true;
                } else {
                    draft.writeTo(bytes::write, controlNumbers.incrementAndGet());
                }
            }
        }
    }
}
