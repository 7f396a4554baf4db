package dev.claimgate.superbill;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One claim of an export with values that fit their fields; dates are yyyymmdd.
 *
 * @param values   of batch and claim
 * @param services values of each service, at least one
 */
record Bill(Map<BillField, List<String>> values, List<Map<BillField, List<String>>> services) {
    private static final BillField[] PROVIDER = {BillField.BILLING_NPI, BillField.BILLING_TAX_ID, BillField.BILLING_TAXONOMY,
        BillField.BILLING_NAME, BillField.BILLING_FIRST_NAME, BillField.BILLING_STREET, BillField.BILLING_CITY,
        BillField.BILLING_STATE, BillField.BILLING_ZIP};

    Bill {
        values = Map.copyOf(values);
        services = List.copyOf(services);
    }

    /** The value, or the empty text. */
    String text(BillField field) {
        return text(values, field);
    }

    static String text(Map<BillField, List<String>> values, BillField field) {
        List<String> all = values.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }

    List<String> all(BillField field) {
        return values.getOrDefault(field, List.of());
    }

    boolean has(BillField field) {
        return values.containsKey(field);
    }

    /** Whether the patient is the subscriber. */
    boolean self() {
        return text(BillField.RELATIONSHIP).equals("18");
    }

    /** What makes the billing provider. */
    Map<BillField, List<String>> provider() {
        Map<BillField, List<String>> provider = new EnumMap<>(BillField.class);
        for (BillField field : PROVIDER) {
            provider.put(field, all(field));
        }
        return provider;
    }

    long chargeCents() {
        return services.stream().mapToLong(service -> cents(text(service, BillField.CHARGE))).sum();
    }

    static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
