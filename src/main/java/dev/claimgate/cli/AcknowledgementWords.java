package dev.claimgate.cli;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.SegmentCode;
import dev.claimgate.finding.SetCode;
import dev.claimgate.validation.AcknowledgmentCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts plain words beside each segment of an acknowledgement (TA1, 999, 277CA). */
final class AcknowledgementWords {
    /** A segment without its terminator, and what it says; empty words for what needs none. */
    record Line(String segment, String words) {
    }

    private String level = "";

    private AcknowledgementWords() {
    }

    /** @param interchange one or more interchanges with {@code *} and {@code ~}, as claimgate and its simulated payer write them */
    static List<Line> explain(String interchange) {
        AcknowledgementWords words = new AcknowledgementWords();
        List<Line> lines = new ArrayList<>();
        for (String segment : interchange.split("~\\s*")) {
            lines.add(new Line(segment, words.of(segment.split("\\*", -1))));
        }
        return lines;
    }

    private String of(String[] e) {
        return switch (e[0]) {
            case "TA1" -> "interchange " + at(e, 1) + " " + verdict(at(e, 4)) + ": " + note(at(e, 5));
            case "AK1" -> "about group " + at(e, 2);
            case "AK2" -> "set " + at(e, 2);
            case "IK3" -> "segment " + at(e, 2) + " " + at(e, 1) + inLoop(at(e, 3)) + " " + segmentFault(at(e, 4));
            case "CTX" -> context(e);
            case "IK4" -> "its element " + at(e, 1) + " " + elementFault(at(e, 3));
            case "IK5" -> "set " + verdict(at(e, 1)) + setFaults(e);
            case "AK9" -> "group " + verdict(at(e, 1)) + ": " + at(e, 4) + " of " + at(e, 3) + " sets accepted" + groupFaults(e);
            default -> claimAcknowledgement(e);
        };
    }

    private String claimAcknowledgement(String[] e) {
        return switch (e[0]) {
            case "HL" -> {
                level = at(e, 3);
                yield "";
            }
            case "NM1" -> party(at(e, 1));
            case "TRN" -> trace(at(e, 2));
            case "STC" -> status(e);
            case "QTY" -> quantity(at(e, 1)) + at(e, 2);
            case "AMT" -> (at(e, 1).equals("YU") ? "dollars accepted: " : "dollars rejected: ") + at(e, 2);
            case "REF" -> reference(e);
            case "SVC" -> "the line with " + at(e, 1).replaceFirst("^HC:", "");
            default -> "";
        };
    }

    private static String party(String role) {
        return switch (role) {
            case "AY" -> "from the clearinghouse";
            case "PR" -> "from the payer";
            case "41" -> "to the submitter";
            case "85" -> "claims of this billing provider";
            case "QC" -> "patient";
            default -> "";
        };
    }

    private String trace(String number) {
        return switch (level) {
            case "21" -> "about batch " + number + " (its BHT03)";
            case "PT" -> "claim " + number;
            default -> "";
        };
    }

    private static String status(String[] e) {
        return StatusWords.of(Stream.of(1, 10, 11).map(index -> at(e, index)).filter(composite -> !composite.isEmpty()).toList());
    }

    private static String quantity(String qualifier) {
        return switch (qualifier) {
            case "90", "QA" -> "claims accepted: ";
            case "AA", "QC" -> "claims rejected: ";
            default -> "quantity: ";
        };
    }

    private static String reference(String[] e) {
        return switch (at(e, 1)) {
            case "1K" -> "the payer's number of the claim";
            case "D9" -> "number given by the clearinghouse";
            case "FJ" -> "the submitter's number of the line";
            default -> "";
        };
    }

    private static String context(String[] e) {
        String name = at(e, 1);
        return name.startsWith("SITUATIONAL") ? "because of segment " + at(e, 3) + " " + at(e, 2)
                : "in claim " + name.substring(name.indexOf(':') + 1);
    }

    private static String inLoop(String loop) {
        return loop.isEmpty() ? "" : " in loop " + loop;
    }

    private static String verdict(String code) {
        return Arrays.stream(AcknowledgmentCode.values()).filter(c -> c.name().equals(code)).findFirst()
                .map(Words::verdict).orElse(code);
    }

    private static String note(String code) {
        return Arrays.stream(InterchangeCode.values()).filter(c -> c.code().equals(code)).findFirst()
                .map(InterchangeCode::meaning).orElse("note " + code);
    }

    private static String segmentFault(String code) {
        return Arrays.stream(SegmentCode.values()).filter(c -> c.code().equals(code)).findFirst()
                .map(Words::fault).orElse("fault " + code);
    }

    private static String elementFault(String code) {
        return Arrays.stream(ElementCode.values()).filter(c -> c.code().equals(code)).findFirst()
                .map(Words::fault).orElse("fault " + code);
    }

    private static String setFaults(String[] e) {
        StringBuilder words = new StringBuilder();
        for (int i = 2; i < e.length; i++) {
            String code = e[i];
            Optional<SetCode> fault = Arrays.stream(SetCode.values()).filter(c -> c.code().equals(code)).findFirst();
            fault.ifPresent(f -> words.append(words.isEmpty() ? ": " : ", ").append(Words.fault(f)));
        }
        return words.toString();
    }

    private static String groupFaults(String[] e) {
        StringBuilder words = new StringBuilder();
        for (int i = 5; i < e.length; i++) {
            String code = e[i];
            Optional<GroupCode> fault = Arrays.stream(GroupCode.values()).filter(c -> c.code().equals(code)).findFirst();
            fault.ifPresent(f -> words.append(", ").append(Words.fault(f)));
        }
        return words.toString();
    }

    private static String at(String[] elements, int index) {
        return index < elements.length ? elements[index] : "";
    }
}
