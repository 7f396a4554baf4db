package dev.claimgate.pipeline;

import dev.claimgate.store.SubmissionWork;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.InterchangeRegister;

/** Remembers interchanges in the transaction of the verdict, on the worker thread that runs the engine. */
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
}
