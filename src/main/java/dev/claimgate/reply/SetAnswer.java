package dev.claimgate.reply;

/**
 * What a 999 says about one transaction set we sent; of a group rejected without naming its sets, about all of it.
 *
 * @param groupControlNumber AK102, our GS06
 * @param setControlNumber   AK202, our ST02; empty when the group as a whole is meant
 * @param accepted           whether IK501 (or AK901) is A, E or P
 * @param reason             IK501 to IK506 (or AK901, AK905 to AK909), separated by blanks, such as {@code R 5}
 */
public record SetAnswer(String groupControlNumber, String setControlNumber, boolean accepted, String reason) {
}
