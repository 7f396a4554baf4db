package dev.claimgate.edit;

import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.codes.Indicators;
import dev.claimgate.x12.PackedText;
import java.util.stream.Stream;

/** Which codes a modifier goes with, by the indicators of the fee schedule or by the family of the code. */
enum ModifierRule {
    EVALUATION("24 25 57", "goes with evaluation and management codes only (99202..99499, 92002..92014)") {
        @Override
        boolean fits(long code, Indicators indicators) {
            return EvaluationCodes.contains(code) || !EvaluationCodes.isCpt(code);
        }
    },
    NOT_EVALUATION("52 53 58 59 76 77 78 79 XE XP XS XU", "does not go with evaluation and management codes") {
        @Override
        boolean fits(long code, Indicators indicators) {
            return !EvaluationCodes.contains(code);
        }
    },
    PROFESSIONAL("26", "goes with codes that have a professional component (PC/TC indicator 1 or 6)") {
        @Override
        boolean fits(long code, Indicators indicators) {
            return indicators.pctc() == 1 || indicators.pctc() == 6;
        }
    },
    TECHNICAL("TC", "goes with codes that have a technical component (PC/TC indicator 1)") {
        @Override
        boolean fits(long code, Indicators indicators) {
            return indicators.pctc() == 1;
        }
    },
    BILATERAL("50", "goes with codes that may be bilateral (bilateral indicator 1 or 3)") {
        @Override
        boolean fits(long code, Indicators indicators) {
            return indicators.bilateral() == 1 || indicators.bilateral() == 3;
        }
    },
    SEVERAL("51", "does not go with add-on codes (global period ZZZ) or codes that are never reduced (multiple indicator 0)") {
        @Override
        boolean fits(long code, Indicators indicators) {
            return indicators.global() != GlobalPeriod.ZZZ && indicators.multiple() != 0;
        }
    },
    SPLIT_CARE("54 55 56", "goes with codes of a global period of 10 or 90 days") {
        @Override
        boolean fits(long code, Indicators indicators) {
            return indicators.global().surgical();
        }
    },
    CO_SURGERY("62", "goes with codes for two surgeons (co-surgery indicator 1 or 2)") {
        @Override
        boolean fits(long code, Indicators indicators) {
            return indicators.coSurgery() == 1 || indicators.coSurgery() == 2;
        }
    },
    TEAM("66", "goes with codes for a surgical team (team indicator 1 or 2)") {
        @Override
        boolean fits(long code, Indicators indicators) {
            return indicators.team() == 1 || indicators.team() == 2;
        }
    },
    ASSISTANT("80 81 82 AS", "goes with codes that pay an assistant at surgery (assistant indicator 0 or 2)") {
        @Override
        boolean fits(long code, Indicators indicators) {
            return indicators.assistant() == 0 || indicators.assistant() == 2;
        }
    },
    ANESTHESIA("AA AD G8 G9 P1 P2 P3 P4 P5 P6 QK QS QX QY QZ", "goes with anesthesia only (00100..01999)") {
        @Override
        boolean fits(long code, Indicators indicators) {
            return MinutesForAnesthesia.isAnesthesia(code);
        }
    },
    DRUG("JW JZ", "goes with drugs only (HCPCS level II, immune globulins)") {
        private final long first = PackedText.pack("90281");
        private final long last = PackedText.pack("90399");

        @Override
        boolean fits(long code, Indicators indicators) {
            return !EvaluationCodes.isCpt(code) || code >= first && code <= last;
        }
    },
    LABORATORY("90 91", "goes with laboratory codes only (80047..89398)") {
        private final long first = PackedText.pack("80047");
        private final long last = PackedText.pack("89398");

        @Override
        boolean fits(long code, Indicators indicators) {
            return !EvaluationCodes.isCpt(code) || code >= first && code <= last;
        }
    };

    private static final ModifierRule[] ALL = values();

    private final long[] modifiers;
    private final String expected;

    ModifierRule(String modifiers, String expected) {
        this.modifiers = Stream.of(modifiers.split(" ")).mapToLong(PackedText::pack).toArray();
        this.expected = expected;
    }

    abstract boolean fits(long code, Indicators indicators);

    /** What would be right, to stand behind the modifier: "50 goes with ...". */
    String expected() {
        return expected;
    }

    static int count() {
        return ALL.length;
    }

    static ModifierRule at(int index) {
        return ALL[index];
    }

    boolean concerns(long modifier) {
        for (long mine : modifiers) {
            if (mine == modifier) {
                return true;
            }
        }
        return false;
    }
}
