package dev.claimgate.pipeline;

import dev.claimgate.store.SubmissionWork;
import dev.claimgate.validation.BatchPlace;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.InterchangeRegister;

/** Remembers interchanges and their batches in the transaction of the verdict, on the worker thread that runs the engine. */
final class DatabaseRegister implements InterchangeRegister {
    private final SubmissionWork work;

    DatabaseRegister(SubmissionWork work) {
        this.work = work;
    }

    @Override
    public boolean register(InterchangeHeader header) {
        return Await.result(work.register(header));
    }

    @Override
    public void withdraw(InterchangeHeader header) {
        Await.result(work.withdraw(header));
    }

    @Override
    public boolean registerBatch(BatchPlace place, String number) {
        return Await.result(work.registerBatch(place, number));
    }

    @Override
    public void withdrawBatches(BatchPlace place) {
        Await.result(work.withdrawBatches(place));
    }
}
