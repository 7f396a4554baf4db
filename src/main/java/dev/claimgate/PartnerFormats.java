package dev.claimgate;

import dev.claimgate.dialect.DialectClaims;
import dev.claimgate.dialect.UnusableDialectException;
import dev.claimgate.partner.InterchangeId;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.Partners;
import dev.claimgate.pipeline.ClaimFormats;
import dev.claimgate.superbill.BillEnvelope;
import dev.claimgate.superbill.Superbill;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claim formats as partners speak them. What is made names the partner as its sender: by the first of his {@code senders}, else
 * by his id; and us as its receiver: by the first of {@code acknowledgements.receivers}, else as our acknowledgements do.
 */
final class PartnerFormats implements ClaimFormats {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerFormats.class);
    private static final int ISA_ID_MAX = 15;
    private static final String MUTUALLY_DEFINED = "ZZ";

    private final DialectClaims dialects;
    private final Partners partners;
    private final GatewayConfig config;
    private final Clock clock;

    PartnerFormats(DialectClaims dialects, Partners partners, GatewayConfig config, Clock clock) {
        this.dialects = dialects;
        this.partners = partners;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Optional<ClaimFormat> of(String partnerId) {
        return partners.byId(partnerId)
                .flatMap(partner -> partner.profile().format().map(format -> new Format(format, partner)));
    }

    private BillEnvelope envelope(Partner partner, int controlNumber) {
        InterchangeId sender = partner.senders().stream().findFirst()
                .orElseGet(() -> new InterchangeId(MUTUALLY_DEFINED, shortened(partner.id().toUpperCase(Locale.ROOT))));
        Set<String> receivers = config.engine().policy().receivers();
        String receiver = new TreeSet<>(receivers).stream().findFirst()
                .orElseGet(() -> MUTUALLY_DEFINED + ":" + shortened(config.acknowledgements().id()));
        return new BillEnvelope(sender.qualifier(), sender.id(), partner.name(), receiver.substring(0, 2),
                receiver.substring(3), config.acknowledgements().name(), partner.profile().usages().equals(Set.of("T")) ? "T" : "P", controlNumber,
                LocalDateTime.now(clock));
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(id.length(), ISA_ID_MAX));
    }

    private final class Format implements ClaimFormat {
        private final String name;
        private final Partner partner;

        Format(String name, Partner partner) {
            this.name = name;
            this.partner = partner;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int bytesMax() {
            return dialects.bytesMax(name);
        }

        @Override
        public Future<Superbill> convert(byte[] file, int controlNumber) {
            return dialects.convert(name, file, envelope(partner, controlNumber)).onFailure(failure -> {
                if (failure instanceof UnusableDialectException) {
                    LOG.error("format of partner {}: {}", partner.id(), failure.getMessage());
                }
            });
        }
    }
}
