package dev.claimgate.codes.cms;

import dev.claimgate.codes.AddOnType;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.Indicators;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.UnitsLimit;

/** Takes rows that are read only to be checked. */
final class UnkeptRows implements CodeTableRows {
    @Override
    public void procedure(long code, int effective, int ended, Indicators indicators) {
    }

    @Override
    public void unitsLimit(long code, int effective, int ended, UnitsLimit limit) {
    }

    @Override
    public void addOn(long addOn, long primary, int effective, int ended, AddOnType type) {
    }

    @Override
    public void pair(long column1, long column2, int effective, int ended, PairRule rule) {
    }

    @Override
    public void modifier(long code, int effective, int ended, boolean bypass) {
    }

    @Override
    public void place(long code, int effective, int ended, boolean facility) {
    }

    @Override
    public void diagnosis(long code, int effective, int ended, boolean billable) {
    }
}
