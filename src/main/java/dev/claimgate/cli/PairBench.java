package dev.claimgate.cli;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.Days;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.ProcedureCode;
import dev.claimgate.codes.TableFaults;
import dev.claimgate.codes.cms.CodeFileSet;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Measures look-ups of NCCI pairs on one thread, as edits make them: two codes that were looked up before, and a day. */
final class PairBench {
    private static final int QUESTIONS = 1 << 20;
    private static final int ROUNDS = 25;
    private static final double KNOWN = 0.7;
    private static final int VISIT_CODES_MAX = 6;

    private final CodeTables tables;
    private final PrintWriter out;
    private final int day = Days.of(LocalDate.now());
    private final Random random = new Random(837);
    private final PairSample sample = new PairSample(QUESTIONS, random, day);
    private final ProcedureCode[] column1 = new ProcedureCode[QUESTIONS];
    private final ProcedureCode[] column2 = new ProcedureCode[QUESTIONS];

    PairBench(CodeTables tables, List<CodeFileSet> sets, PrintWriter out) {
        this.tables = tables;
        this.out = out;
        TableFaults faults = new TableFaults();
        sets.stream().filter(set -> set.kind() == CodeKind.PAIRS).forEach(set -> set.read(sample, faults, read -> { }));
        faults.throwIfAny();
    }

    void run() {
        if (sample.size() == 0) {
            out.println("look-ups of pairs: the files hold no pair that is in force today");
            return;
        }
        ProcedureCode[] codes = sample.codes().mapToObj(tables::procedure).toArray(ProcedureCode[]::new);
        atRandom(codes);
        measure("at random");
        asVisits(codes);
        measure("as visits");
    }

    /** Seven of ten are pairs, drawn from all; the others are two codes drawn from all that any pair names. */
    private void atRandom(ProcedureCode[] codes) {
        for (int i = 0; i < QUESTIONS; i++) {
            if (random.nextDouble() < KNOWN) {
                int known = random.nextInt(sample.size());
                column1[i] = tables.procedure(sample.column1(known));
                column2[i] = tables.procedure(sample.column2(known));
            } else {
                column1[i] = codes[random.nextInt(codes.length)];
                column2[i] = codes[random.nextInt(codes.length)];
            }
        }
    }

    /** Two to six codes of a visit, everyday ones far more often than others, each against each in both orders. */
    private void asVisits(ProcedureCode[] codes) {
        ProcedureCode[] visit = new ProcedureCode[VISIT_CODES_MAX];
        int asked = 0;
        while (asked < QUESTIONS) {
            int lines = 2 + random.nextInt(VISIT_CODES_MAX - 1);
            for (int i = 0; i < lines; i++) {
                visit[i] = codes[(int) (codes.length * Math.pow(random.nextDouble(), 6))];
            }
            for (int i = 0; i < lines * lines && asked < QUESTIONS; i++) {
                if (i / lines != i % lines) {
                    column1[asked] = visit[i / lines];
                    column2[asked++] = visit[i % lines];
                }
            }
        }
    }

    private void measure(String what) {
        for (int i = 0; i < ROUNDS; i++) {
            ask();
        }
        long[] nanos = new long[ROUNDS];
        long found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long[] sum = new long[1];
            nanos[i] = SideBySide.once(() -> sum[0] = ask());
            found = sum[0];
        }
        Arrays.sort(nanos);
        out.printf(Locale.ROOT, "look-ups of pairs %s: %.1f million/s at best, %.1f at the median (processor time); %.0f %% are"
                + " pairs%n", what, QUESTIONS * 1e3 / nanos[0], QUESTIONS * 1e3 / nanos[ROUNDS / 2], found * 100.0 / QUESTIONS);
        out.flush();
    }

    /** How many of the questions are answered with a rule. */
    private long ask() {
        long found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            found += tables.pair(column1[i], column2[i], day) == PairRule.NONE ? 0 : 1;
        }
        return found;
    }
}
