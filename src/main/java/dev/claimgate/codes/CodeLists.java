package dev.claimgate.codes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The small lists of a snapshot that no edit asks for on every line: taxonomy codes, payers' own lists. Immutable.
 */
public final class CodeLists {
    private final Map<String, List<Dated<Boolean>>> taxonomies;
    private final Map<String, PayerList> payerLists;

    private CodeLists(Builder builder) {
        taxonomies = copy(builder.taxonomies);
        payerLists = builder.payerRules.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, payer -> new PayerList(payer.getValue())));
    }

    private static <K, V> Map<K, List<Dated<V>>> copy(Map<K, List<Dated<V>>> lists) {
        Map<K, List<Dated<V>>> copied = new HashMap<>();
        lists.forEach((key, rows) -> copied.put(key, List.copyOf(rows)));
        return Map.copyOf(copied);
    }

    /** Whether a taxonomy list was imported; without one no taxonomy code can be judged. */
    public boolean taxonomiesLoaded() {
        return !taxonomies.isEmpty();
    }

    /** A code of the NUCC provider taxonomy, ten characters. */
    public boolean taxonomyExists(String code, int day) {
        return find(taxonomies, code, day).isPresent();
    }

    /** The list of a payer of {@code conf/payers.yaml}, {@link PayerList#NONE} if it has none. */
    public PayerList payerList(String payerId) {
        return payerLists.getOrDefault(payerId, PayerList.NONE);
    }

    /** Rows of all lists together. */
    public int rows() {
        return rows(taxonomies) + payerLists.values().stream().mapToInt(PayerList::size).sum();
    }

    private static <K, V> int rows(Map<K, List<Dated<V>>> lists) {
        return lists.values().stream().mapToInt(List::size).sum();
    }

    private static <K, V> Optional<V> find(Map<K, List<Dated<V>>> lists, K key, int day) {
        for (Dated<V> row : lists.getOrDefault(key, List.of())) {
            if (row.effective <= day && day <= row.ended) {
                return Optional.of(row.value);
            }
        }
        return Optional.empty();
    }

    private record Dated<V>(int effective, int ended, V value) {
    }

    /** Takes rows in any order. One thread. */
    static final class Builder {
        private final Map<String, List<Dated<Boolean>>> taxonomies = new HashMap<>();
        private final Map<String, DatedTableBuilder> payerRules = new HashMap<>();

        void taxonomy(String code, int effective, int ended) {
            add(taxonomies, code, new Dated<>(effective, ended, Boolean.TRUE));
        }

        void payerRule(String payerId, long code, int effective, int ended, PayerRule rule) {
            payerRules.computeIfAbsent(payerId, first -> new DatedTableBuilder())
                    .add(code, effective, ended, PayerList.pack(rule));
        }

        CodeLists build() {
            return new CodeLists(this);
        }

        private static <K, V> void add(Map<K, List<Dated<V>>> lists, K key, Dated<V> row) {
            if (row.ended < row.effective) {
                throw new IllegalArgumentException("the period ends " + row.ended + ", before it starts " + row.effective);
            }
            lists.computeIfAbsent(key, first -> new ArrayList<>(1)).add(row);
        }
    }
}
