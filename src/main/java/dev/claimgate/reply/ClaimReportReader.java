package dev.claimgate.reply;

import dev.claimgate.x12.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a 277CA (005010X214) level by level: information source, receiver, billing provider, patient. */
final class ClaimReportReader implements ReplyReader.SetReader {
    private final List<ClaimReport> reports;
    private String level = "";
    private String originatorId = "";
    private String providerId = "";
    private final List<ReplySegment> setStatuses = new ArrayList<>();
    private final List<ReplySegment> providerStatuses = new ArrayList<>();
    private final List<ProviderAnswer> providers = new ArrayList<>();
    private final List<ClaimAnswer> claims = new ArrayList<>();
    private ClaimInProgress claim;

    ClaimReportReader(List<ClaimReport> reports) {
        this.reports = reports;
    }

    @Override
    public void segment(Segment segment) {
        if (segment.id().equals("HL")) {
            closeLevel();
            level = segment.text(3);
            if (level.equals("20")) {
                report();
            }
        } else {
            switch (level) {
                case "21" -> receiver(segment);
                case "19" -> provider(segment);
                case "PT" -> patient(segment);
                default -> { }
            }
        }
    }

    @Override
    public void close() {
        closeLevel();
        report();
    }

    private void receiver(Segment segment) {
        if (segment.id().equals("TRN")) {
            originatorId = segment.text(2);
        } else if (segment.id().equals("STC")) {
            setStatuses.add(ReplySegment.of(segment));
        }
    }

    private void provider(Segment segment) {
        if (segment.id().equals("NM1")) {
            providerId = segment.text(9);
        } else if (segment.id().equals("STC")) {
            providerStatuses.add(ReplySegment.of(segment));
        }
    }

    private void patient(Segment segment) {
        if (segment.id().equals("TRN")) {
            closeClaim();
            claim = new ClaimInProgress(segment.text(2));
        } else if (claim != null) {
            claim.segment(segment);
        }
    }

    private void closeLevel() {
        closeClaim();
        if (!providerStatuses.isEmpty()) {
            providers.add(new ProviderAnswer(providerId, new ClaimVerdict(providerStatuses)));
            providerStatuses.clear();
        }
    }

    private void closeClaim() {
        if (claim != null && !claim.statuses.isEmpty()) {
            claims.add(claim.answer());
        }
        claim = null;
    }

    /** One report for each information source: a set may carry several (2000A repeats). */
    private void report() {
        if (!originatorId.isEmpty() || !claims.isEmpty()) {
            Optional<ClaimVerdict> set = setStatuses.isEmpty() ? Optional.empty()
                    : Optional.of(new ClaimVerdict(setStatuses));
            reports.add(new ClaimReport(originatorId, set, providers, claims));
        }
        originatorId = "";
        setStatuses.clear();
        providers.clear();
        claims.clear();
    }

    /** A 2200D loop being read. */
    private static final class ClaimInProgress {
        private final String patientControlNumber;
        private String intermediaryNumber = "";
        private String payerClaimNumber = "";
        private final List<ReplySegment> statuses = new ArrayList<>();
        private final List<ReplySegment> lines = new ArrayList<>();
        private boolean inLine;

        ClaimInProgress(String patientControlNumber) {
            this.patientControlNumber = patientControlNumber;
        }

        void segment(Segment segment) {
            inLine |= segment.id().equals("SVC");
            if (inLine) {
                lines.add(ReplySegment.of(segment));
            } else if (segment.id().equals("STC")) {
                statuses.add(ReplySegment.of(segment));
            } else if (segment.id().equals("REF") && segment.text(1).equals("D9")) {
                intermediaryNumber = segment.text(2);
            } else if (segment.id().equals("REF") && segment.text(1).equals("1K")) {
                payerClaimNumber = segment.text(2);
            }
        }

        ClaimAnswer answer() {
            return new ClaimAnswer(patientControlNumber, intermediaryNumber, payerClaimNumber,
                    new ClaimVerdict(statuses), lines);
        }
    }
}
