package dev.claimgate.ack;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.SetReport;
import java.io.Closeable;
import java.util.List;

/**
 * One 277CA transaction set while the claims of its 837 go by. Totals stand above what they sum up, so each level waits in a
 * section of its own: claims of the provider that is open, and providers that are done. Where a level is rejected as a whole,
 * nothing is written beneath it (005010X214, HL04 of 2000B and 2000C): the receiver for a batch that was sent before, a
 * billing provider for faults of its own.
 */
final class SetAnswer implements Closeable {
    private static final int SOURCE_LEVEL = 1;
    private static final int RECEIVER_LEVEL = 2;
    private static final int TRACE_LENGTH = 50;
    private static final List<ClaimStatus> SENT_BEFORE = List.of(ClaimStatus.of("A3:746"));

    private final AcknowledgementSettings settings;
    private final ReceiptStamp stamp;
    private final ClaimAnswer claims;
    private final List<ClaimStatus> receipt;
    private final Section providers;
    private final Section patients;
    private final Totals setTotals = new Totals();
    private final Totals providerTotals = new Totals();
    private final ProviderFaults providerFaults = new ProviderFaults();
    private GroupHeader group;
    private Name receiver;
    private Name provider;
    private int providerOrdinal;
    private int providerLevel;
    private int level;
    private String id = "";

    SetAnswer(AcknowledgementSettings settings, ReceiptStamp stamp) {
        this.settings = settings;
        this.stamp = stamp;
        claims = new ClaimAnswer(settings.source().acceptance(), stamp.processDate());
        receipt = List.of(settings.source().receipt());
        providers = new Section(settings.spoolMemoryBytesMax());
        patients = new Section(settings.spoolMemoryBytesMax());
    }

    /** @param id BHT03 of the answer, unique among all that we send */
    void begin(GroupHeader group, String id) {
        this.group = group;
        this.id = id;
        providers.clear();
        patients.clear();
        setTotals.clear();
        providerTotals.clear();
        providerFaults.clear();
        receiver = null;
        provider = null;
        providerOrdinal = 0;
        level = RECEIVER_LEVEL;
    }

    void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
        if (receiver == null) {
            receiver = Name.receiver(claim.submitter(), group);
        }
        if (provider == null || claim.billingProviderOrdinal() != providerOrdinal) {
            openProvider(claim);
        }
        setTotals.add(claim.chargeCents(), accepted);
        providerTotals.add(claim.chargeCents(), accepted);
        providerFaults.add(findings, accepted);
        claims.write(patients, ++level, providerLevel, claim, findings, accepted);
    }

    /** Writes the whole set to the body. */
    void finish(Section body, SetReport report, String setNumber) {
        closeProvider();
        if (report.repeated()) {
            providers.clear();
        }
        body.resetSegmentCount();
        body.segment("ST").element("277").element(setNumber).element(ClaimAcknowledgement.VERSION).end();
        body.segment("BHT").element("0085").element("08").element(clipped(id)).element(stamp.processDate())
                .element(stamp.processTime()).element("TH").end();
        source(body);
        receiver(body, report);
        body.append(providers);
        body.segment("SE").element(body.segmentCount() + 1L).element(setNumber).end();
    }

    @Override
    public void close() {
        providers.close();
        patients.close();
    }

    private void source(Section body) {
        body.segment("HL").element(SOURCE_LEVEL).skip(1).element("20").element("1").end();
        body.segment("NM1").element(settings.source().entity()).element("2").element(settings.name()).skip(4)
                .element(settings.idQualifier()).element(settings.id()).end();
        body.segment("TRN").element("1").element(clipped(stamp.trackingId())).end();
        body.segment("DTP").element("050").element("D8").element(stamp.receiptDate()).end();
        body.segment("DTP").element("009").element("D8").element(stamp.processDate()).end();
    }

    private void receiver(Section body, SetReport report) {
        body.segment("HL").element(RECEIVER_LEVEL).element(SOURCE_LEVEL).element("21")
                .element(providers.length() == 0 ? "0" : "1").end();
        (receiver == null ? Name.receiver(group) : receiver).write(body);
        String batch = report.originatorId().isBlank() ? report.header().controlNumber() : report.originatorId();
        body.segment("TRN").element("2").element(batch).end();
        Statuses.write(body, report.repeated() ? SENT_BEFORE : receipt, stamp.processDate(),
                report.repeated() ? Statuses.REJECT : Statuses.ACCEPT, setTotals.cents());
        setTotals.write(body, "90", "AA");
    }

    private void openProvider(Claim claim) {
        closeProvider();
        provider = Name.billingProvider(claim.billingProvider());
        providerOrdinal = claim.billingProviderOrdinal();
        providerLevel = ++level;
    }

    private void closeProvider() {
        if (provider == null) {
            return;
        }
        boolean rejected = providerFaults.rejectProvider();
        if (rejected) {
            patients.clear();
            level = providerLevel;
        }
        providers.segment("HL").element(providerLevel).element(RECEIVER_LEVEL).element("19")
                .element(rejected ? "0" : "1").end();
        provider.write(providers);
        providers.segment("TRN").element("1").element(clipped(id + "-" + providerOrdinal)).end();
        if (rejected) {
            providerFaults.statuses().forEach(statuses ->
                    Statuses.write(providers, statuses, "", Statuses.REJECT, providerTotals.cents()));
        } else {
            Statuses.write(providers, receipt, "", Statuses.ACCEPT, providerTotals.cents());
        }
        providerTotals.write(providers, "QA", "QC");
        providers.append(patients);
        providerTotals.clear();
        providerFaults.clear();
        provider = null;
    }

    /** The end of an id tells more than its beginning. */
    private static String clipped(String id) {
        return id.length() > TRACE_LENGTH ? id.substring(id.length() - TRACE_LENGTH) : id;
    }
}
