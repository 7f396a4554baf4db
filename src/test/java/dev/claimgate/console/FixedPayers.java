package dev.claimgate.console;

import dev.claimgate.partner.SendingWindows;
import dev.claimgate.store.OverdueAnswers;
import dev.claimgate.store.PayerAlert;
import dev.claimgate.store.PayerGate;
import dev.claimgate.store.PayerStatistics;
import dev.claimgate.store.PayerStatus;
import dev.claimgate.store.PayerStatusSource;
import io.vertx.core.Future;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Payers that stand as a test says. */
record FixedPayers(List<PayerStatus> statuses, List<PayerAlert> list) implements PayerStatusSource {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    /** One in which everything differs from what is usual. */
    static final FixedPayers EVERGREEN = new FixedPayers(List.of(new PayerStatus("evergreen", "Evergreen", "OPEN",
            new PayerStatistics.Counts(3, 2, 1), new PayerGate(Optional.of(NOON), "desk", "why",
                    Optional.of(NOON.plusSeconds(30))),
            new SendingWindows(ZoneId.of("UTC"), List.of(new SendingWindows.Window(Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
                    LocalTime.of(6, 0), LocalTime.of(22, 0)))), false,
            new PayerStatus.Traffic(4, 1, 10, Duration.ofSeconds(1), 9), new OverdueAnswers.Counts(7, 8, 9))),
            List.of(new PayerAlert("evergreen", PayerAlert.Kind.ACKNOWLEDGEMENT_MISSING, Optional.of(41), NOON,
                            Optional.of(NOON.plusSeconds(14_400)), 2, ""),
                    new PayerAlert("evergreen", PayerAlert.Kind.REPLY_UNREADABLE, Optional.empty(), NOON, Optional.empty(), 0,
                            "byte 0: no ISA")));

    @Override
    public Future<List<PayerStatus>> payerStatuses(Optional<String> partnerId) {
        return Future.succeededFuture(statuses);
    }

    @Override
    public Future<List<PayerAlert>> alerts() {
        return Future.succeededFuture(list);
    }
}
