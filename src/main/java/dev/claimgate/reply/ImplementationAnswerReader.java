package dev.claimgate.reply;

import dev.claimgate.x12.Segment;
import java.util.List;

/** Reads a 999 (005010X231A1): AK1, then AK2 and IK5 of each set, then AK9. */
final class ImplementationAnswerReader implements ReplyReader.SetReader {
    private final List<SetAnswer> answers;
    private String group = "";
    private String set = "";
    private boolean setsNamed;
    private boolean rejectionNamed;

    ImplementationAnswerReader(List<SetAnswer> answers) {
        this.answers = answers;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.id()) {
            case "AK1" -> group = segment.text(2);
            case "AK2" -> set = segment.text(2);
            case "IK5" -> {
                setsNamed = true;
                rejectionNamed |= segment.text(1).equals("R");
                answers.add(answer(segment, set, 2));
            }
            case "AK9" -> {
                if (!setsNamed || segment.text(1).equals("R") && !rejectionNamed) {
                    answers.add(answer(segment, "", 5));
                }
            }
            default -> { }
        }
    }

    private SetAnswer answer(Segment segment, String setControlNumber, int firstCode) {
        String code = segment.text(1);
        StringBuilder reason = new StringBuilder(code);
        for (int i = firstCode; i < firstCode + 5 && !segment.text(i).isEmpty(); i++) {
            reason.append(' ').append(segment.text(i));
        }
        boolean accepted = code.equals("A") || code.equals("E") || code.equals("P");
        return new SetAnswer(group, setControlNumber, accepted, reason.toString());
    }
}
