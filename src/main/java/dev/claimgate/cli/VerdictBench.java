package dev.claimgate.cli;

import dev.claimgate.codes.CodeTables;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;

/** Measures the full verdict with other code tables beside that with the built-in pack, on one thread. */
final class VerdictBench {
    private final EngineBench pack;
    private final EngineBench full;
    private final int bytes;
    private final PrintWriter out;

    VerdictBench(CodeTables tables, byte[] claims, PrintWriter out) {
        Engine engine = Engine.load(Clock.systemDefaultZone());
        this.pack = new EngineBench(engine, claims);
        this.full = new EngineBench(engine.with(tables), claims);
        this.bytes = claims.length;
        this.out = out;
    }

    void run() {
        SideBySide times = SideBySide.measure(pack::judge, full::judge);
        line("built-in pack", pack.tally(), times.first());
        line("tables given", full.tally(), times.second());
        out.printf(Locale.ROOT, "full verdict with the tables given: %.0f %% of the speed with the built-in pack%n",
                100 * times.ratio());
        out.flush();
    }

    private void line(String what, Tally tally, long nanos) {
        out.printf(Locale.ROOT, "full verdict, %-14s %,9.0f claims/s %6.1f MB/s; %,d accepted, %,d rejected%n", what + ":",
                tally.claims() * 1e9 / nanos, bytes * 1e3 / nanos, tally.claimsAccepted(), tally.claimsRejected());
    }
}
