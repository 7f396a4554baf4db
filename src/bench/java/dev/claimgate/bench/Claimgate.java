package dev.claimgate.bench;

import dev.claimgate.ack.AcknowledgementDraft;
import dev.claimgate.ack.AcknowledgementSettings;
import dev.claimgate.ack.AcknowledgementWriter;
import dev.claimgate.ack.InformationSource;
import dev.claimgate.claim.Claim;
import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.guide.GuideLibrary;
import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.InterchangeRegister;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.ReportListeners;
import dev.claimgate.validation.ValidationRules;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.InterchangeHandler;
import dev.claimgate.x12.Segment;
import dev.claimgate.x12.X12Reader;
import dev.claimgate.xml.X12Xml;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Our own engine; each way gives the number of claims that it read. */
final class Claimgate {
    private static final int PIECE_BYTES = 256 * 1024;
    private static final int SEGMENT_BYTES_MAX = 64 * 1024;
    private static final int CLM = Segment.key("CLM");
    private static final AcknowledgementSettings SETTINGS =
            new AcknowledgementSettings(InformationSource.CLEARINGHOUSE, "CLAIMGATE", "46", "CLAIMGATE", "T", 1 << 20, 20);

    private final GuideLibrary guides = GuideLibrary.load(Path.of("edi-specs"));
    private final ValidationRules rules = new ValidationRules(guides, new ClaimEdits(),
            CodeTableDirectory.load(Path.of("conf", "code-tables")), EnginePolicy.DEFAULT);
    private long acknowledgementBytes;

    /** Delimiters and segments, nothing looked at but the segment id. */
    static long tokenize(byte[] file) {
        ClaimCount count = new ClaimCount();
        X12Reader reader = new X12Reader(count, SEGMENT_BYTES_MAX);
        for (int from = 0; from < file.length; from += PIECE_BYTES) {
            reader.feed(file, from, Math.min(PIECE_BYTES, file.length - from));
        }
        reader.finish();
        return count.claims;
    }

    /** The whole file as XML, with the names of the guide, into nothing. */
    long xml(byte[] file) {
        ClaimTags claims = new ClaimTags();
        X12Xml.write(file, guides, claims);
        return claims.count;
    }

    /** Counts the opening tags of CLM segments. */
    private static final class ClaimTags extends OutputStream {
        private static final byte[] TAG = "<segment id=\"CLM\"".getBytes(StandardCharsets.US_ASCII);
        private long count;
        private int matched;

        @Override
        public void write(int b) {
            matched = b == TAG[matched] ? matched + 1 : b == TAG[0] ? 1 : 0;
            if (matched == TAG.length) {
                count++;
                matched = 0;
            }
        }
    }

    /** Envelope, guide, claims, all edits with the code tables; TA1, 999 and 277CA written. */
    long judge(byte[] file) {
        Accepted accepted = new Accepted();
        try (AcknowledgementWriter writer = new AcknowledgementWriter(SETTINGS, Clock.systemUTC(), "BENCH", this::write)) {
            FileValidator validator = new FileValidator(rules, InterchangeRegister.NONE, BenchFile.DATE,
                    new ReportListeners(accepted, writer));
            for (int from = 0; from < file.length; from += PIECE_BYTES) {
                validator.feed(file, from, Math.min(PIECE_BYTES, file.length - from));
            }
            validator.finish();
        }
        if (acknowledgementBytes == 0) {
            throw new IllegalStateException("no acknowledgement was written");
        }
        return accepted.claims;
    }

    private void write(AcknowledgementDraft draft) {
        try (draft) {
            draft.writeTo((bytes, from, length) -> acknowledgementBytes += length, 1);
        }
    }

    private static final class Accepted implements ReportListener {
        private long claims;

        @Override
        public void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
            claims += accepted ? 1 : 0;
        }
    }

    private static final class ClaimCount implements InterchangeHandler {
        private long claims;

        @Override
        public void segment(Segment segment) {
            claims += segment.idKey() == CLM ? 1 : 0;
        }

        @Override
        public void interchangeStarts(Delimiters delimiters, boolean fixedWidth) {
            // its segment follows
        }

        @Override
        public void interchangeBroken(Breakage why) {
            throw new IllegalStateException("the file is broken: " + why);
        }

        @Override
        public void unreadable(long offset, String reason) {
            throw new IllegalStateException("unreadable at " + offset + ": " + reason);
        }
    }
}
