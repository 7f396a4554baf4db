package dev.claimgate.intake;

import dev.claimgate.web.Problem;

/** An upload that is not taken; nothing of it was kept. Carries the answer. */
final class RefusedException extends RuntimeException {
    private final Problem problem;

    RefusedException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    RefusedException(int status, String detail) {
        this(Problem.of(status, detail));
    }

    Problem problem() {
        return problem;
    }
}
