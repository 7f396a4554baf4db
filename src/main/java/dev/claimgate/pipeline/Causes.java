package dev.claimgate.pipeline;

import io.vertx.pgclient.PgException;

/** Failures as they may stand in a log: class and place, but no message that could quote an element value. */
final class Causes {
    private static final int STEPS_MAX = 5;

    private Causes() {
    }

    static String withoutValues(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < STEPS_MAX; depth++) {
            text.append(depth == 0 ? "" : ", caused by ").append(describe(cause));
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String describe(Throwable cause) {
        String name = cause.getClass().getName();
        if (cause instanceof PgException refused) {
            return name + " SQLSTATE " + refused.getSqlState();
        }
        StackTraceElement[] steps = cause.getStackTrace();
        return steps.length == 0 ? name : name + " at " + steps[0];
    }
}
