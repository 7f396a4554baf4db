package dev.claimgate.payer;

import dev.claimgate.dialect.DialectReplies;
import dev.claimgate.store.OutboundInterchanges;
import dev.claimgate.store.OverdueAnswers;
import dev.claimgate.store.PayerGates;
import dev.claimgate.store.PayerReplies;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;

/**
 * What all payer verticles share. Safe for several event loops.
 *
 * @param outbound interchanges on their way
 * @param replies  what came back
 * @param overdue  what payers still owe
 * @param gates    holds and pauses
 * @param breakers one for each payer
 * @param dialects reads what payers answer that do not speak X12
 * @param contact  who we are in loop 1000A
 * @param workers  where interchanges are built and replies are read
 * @param meters   counts of replies
 * @param clock    dates in what we write
 */
public record PayerServices(OutboundInterchanges outbound, PayerReplies replies, OverdueAnswers overdue, PayerGates gates,
                            PayerBreakers breakers, DialectReplies dialects, SubmitterContact contact, WorkerExecutor workers,
                            MeterRegistry meters, Clock clock) {
}
