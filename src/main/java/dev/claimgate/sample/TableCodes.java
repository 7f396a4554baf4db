package dev.claimgate.sample;

import dev.claimgate.codes.AddOnType;
import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.CodeTablesBuilder;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.codes.Indicators;
import dev.claimgate.codes.RelativeValue;
import dev.claimgate.codes.UnitsLimit;
import dev.claimgate.sample.SampleProcedure.Rank;
import dev.claimgate.x12.PackedText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes the codes for sample claims from a folder of code tables: every active procedure of dermatology that
 * the NCCI pairs know and that has a units limit, the add-ons among them, and the billable diagnoses of the skin.
 */
public final class TableCodes implements CodeTableRows {
    /** A service may lie this long before the file: a code must be in force all the while. */
    private static final int DAYS_BACK_MAX = 60;

    private final int from;
    private final int to;
    private final CodeTablesBuilder tables = CodeTables.builder();
    private final Set<String> active = new TreeSet<>();
    private final Set<String> major = new TreeSet<>();
    private final Set<String> components = new TreeSet<>();
    private final Set<String> reduced = new TreeSet<>();
    private final Map<String, Rank> ranks = new TreeMap<>();
    private final Map<String, Integer> unitsMax = new TreeMap<>();
    private final Map<String, Set<String>> primaries = new TreeMap<>();
    private final Set<String> otherAddOns = new TreeSet<>();
    private final Set<String> paired = new TreeSet<>();
    private final List<String> diagnoses = new ArrayList<>();

    private TableCodes(LocalDate date) {
        from = day(date.minusDays(DAYS_BACK_MAX));
        to = day(date);
    }

    /**
     * @param folder code tables such as {@code conf/code-tables}
     * @param date   date of the file to be made
     * @throws dev.claimgate.codes.CodeTableException if the folder is faulty
     * @throws IllegalArgumentException               if its tables lack what a claim needs
     */
    public static SampleCodes read(Path folder, LocalDate date) {
        TableCodes rows = new TableCodes(date);
        CodeTableDirectory.read(folder, rows);
        return rows.codes();
    }

    @Override
    public void procedure(long code, int effective, int ended, Indicators indicators) {
        boolean payable = indicators.status() == 'A' || indicators.status() == 'R';
        if (payable && inForce(effective, ended)) {
            active.add(PackedText.unpack(code));
            if (indicators.global() == GlobalPeriod.DAYS_90) {
                major.add(PackedText.unpack(code));
            }
            if (indicators.multiple() == 2 || indicators.multiple() == 3) {
                reduced.add(PackedText.unpack(code));
            }
            if (indicators.pctc() == 1) {
                components.add(PackedText.unpack(code));
            }
        }
    }

    @Override
    public void relativeValue(long code, int effective, int ended, RelativeValue value) {
        if (inForce(effective, ended)) {
            ranks.put(PackedText.unpack(code), new Rank(value.nonFacility(), value.facility()));
        }
    }

    @Override
    public void unitsLimit(long code, int effective, int ended, UnitsLimit limit) {
        if (limit.units() > 0 && inForce(effective, ended)) {
            unitsMax.put(PackedText.unpack(code), limit.units());
        }
    }

    @Override
    public void addOn(long addOn, long primary, int effective, int ended, AddOnType type) {
        String code = PackedText.unpack(addOn);
        if (type == AddOnType.CLOSED_LIST && inForce(effective, ended)) {
            primaries.computeIfAbsent(code, key -> new TreeSet<>()).add(PackedText.unpack(primary));
        } else {
            otherAddOns.add(code);
        }
    }

    @Override
    public void pair(long column1, long column2, int effective, int ended, dev.claimgate.codes.PairRule rule) {
        tables.pair(column1, column2, effective, ended, rule);
        paired.add(PackedText.unpack(column1));
        paired.add(PackedText.unpack(column2));
    }

    @Override
    public void modifier(long code, int effective, int ended, boolean bypass) {
        // modifiers come with the pairs
    }

    @Override
    public void place(long code, int effective, int ended, boolean facility) {
        // claims are made for the office and the outpatient department only
    }

    @Override
    public void diagnosis(long code, int effective, int ended, boolean billable) {
        String text = PackedText.unpack(code);
        if (billable && inForce(effective, ended) && Dermatology.diagnosis(text)) {
            diagnoses.add(text);
        }
    }

    private SampleCodes codes() {
        List<SampleProcedure> procedures = new ArrayList<>();
        for (String code : active) {
            if (usable(code)) {
                procedures.add(new SampleProcedure(code, Dermatology.VISITS.contains(code), unitsMax.get(code),
                        List.copyOf(primaries.getOrDefault(code, Set.of())), major.contains(code), components.contains(code),
                        reduced.contains(code) ? ranks.getOrDefault(code, Rank.NONE) : Rank.NONE));
            }
        }
        return SampleCodes.of(procedures, diagnoses, rule(tables.build()));
    }

    /** Codes whose pairs or units limit nobody knows stay out, and add-ons without a closed list of primaries. */
    private boolean usable(String code) {
        return Dermatology.procedure(code) && paired.contains(code) && unitsMax.containsKey(code)
                && (primaries.containsKey(code) || !otherAddOns.contains(code));
    }

    private PairRule rule(CodeTables pairs) {
        return (one, two) -> switch (pairs.pair(PackedText.pack(one), PackedText.pack(two), to)) {
            case NONE -> PairRule.Relation.FREE;
            case ALLOWED_WITH_MODIFIER -> PairRule.Relation.NEEDS_MODIFIER;
            case NOT_ALLOWED -> PairRule.Relation.FORBIDDEN;
        };
    }

    private boolean inForce(int effective, int ended) {
        return effective <= from && ended >= to;
    }

    private static int day(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
}
