package dev.claimgate.superbill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the records of an export together to claims. Tells every fault, up to a number; with one there are no claims. */
final class Bills {
    static final int FAULTS_MAX = 100;

    private final BillMapping mapping;
    private final BillValues values;
    private final List<BillFault> faults = new ArrayList<>();
    private final List<Bill> bills = new ArrayList<>();
    private final Map<String, BillRecord> path = new LinkedHashMap<>();
    private Optional<BillRecord> claim = Optional.empty();
    private Map<BillField, List<String>> claimValues = Map.of();
    private List<Map<BillField, List<String>>> services = new ArrayList<>();
    private int faultCount;
    private boolean begun;

    private Bills(BillMapping mapping) {
        this.mapping = mapping;
        this.values = new BillValues(mapping, this::fault);
    }

    /** What was read: claims, or faults. */
    record Read(List<Bill> bills, List<BillFault> faults, int faultCount) {
    }

    static Read of(List<BillRecord> records, BillMapping mapping) {
        Bills bills = new Bills(mapping);
        records.forEach(bills::record);
        bills.closeClaim();
        if (bills.bills.isEmpty() && bills.faultCount == 0) {
            bills.fault(new BillFault(0, "", "holds no " + mapping.claim(), "an export with at least one"));
        }
        return new Read(bills.bills, bills.faults, bills.faultCount);
    }

    private void fault(BillFault fault) {
        if (faultCount++ < FAULTS_MAX) {
            faults.add(fault);
        }
    }

    private void record(BillRecord record) {
        int level = mapping.records().indexOf(record.name());
        if (level < 0) {
            return;
        }
        if (level < mapping.records().size() - 1) {
            closeClaim();
        }
        if (level == 0 && begun) {
            fault(new BillFault(record.line(), "", "is a second " + record.name(), "in a file of its own"));
        }
        begun = true;
        mapping.records().subList(level, mapping.records().size()).forEach(path::remove);
        Optional<String> missing = mapping.records().subList(0, level).stream()
                .filter(outer -> !path.containsKey(outer)).findFirst();
        if (missing.isPresent()) {
            fault(new BillFault(record.line(), "", "is a " + record.name() + " before any " + missing.get(),
                    "below its " + missing.get()));
            return;
        }
        path.put(record.name(), record);
        take(record);
    }

    private void take(BillRecord record) {
        if (record.name().equals(mapping.service())) {
            services.add(values.read(path, record.line(), BillField.Level.SERVICE));
        } else if (record.name().equals(mapping.claim())) {
            claim = Optional.of(record);
            claimValues = values.read(path, record.line(), BillField.Level.BATCH, BillField.Level.CLAIM);
            together(record, claimValues);
        }
    }

    /** Values that need each other. */
    private void together(BillRecord record, Map<BillField, List<String>> of) {
        boolean self = Bill.text(of, BillField.RELATIONSHIP).equals("18");
        if (!self && of.containsKey(BillField.RELATIONSHIP)) {
            needs(record, of, BillField.SUBSCRIBER_LAST_NAME, "the subscriber's, as the patient is somebody else");
        }
        if (of.containsKey(BillField.RENDERING_NPI) || of.containsKey(BillField.RENDERING_LAST_NAME)) {
            needs(record, of, BillField.RENDERING_LAST_NAME, "there beside the doctor's NPI");
            needs(record, of, BillField.RENDERING_NPI, "there beside the doctor's name");
        }
        if (of.containsKey(BillField.REFERRING_NPI)) {
            needs(record, of, BillField.REFERRING_LAST_NAME, "there beside the referring doctor's NPI");
        }
    }

    private void needs(BillRecord record, Map<BillField, List<String>> of, BillField field, String right) {
        if (!of.containsKey(field)) {
            String name = mapping.source(field).filter(source -> !source.places().isEmpty())
                    .map(source -> source.places().get(0).toString()).orElse(field.key());
            fault(new BillFault(record.line(), name, "is empty", right));
        }
    }

    private void closeClaim() {
        claim.ifPresent(open -> {
            if (services.isEmpty()) {
                fault(new BillFault(open.line(), "", "is a " + open.name() + " without a " + mapping.service(),
                        "followed by one or more"));
            } else if (faultCount == 0) {
                bills.add(new Bill(claimValues, services));
            }
        });
        claim = Optional.empty();
        services = new ArrayList<>();
    }
}
