package dev.claimgate;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What is committed on the way of a claim from "bytes accepted" to "the payer's 277CA relayed", in the order in which it comes.
 * Each is known by a statement of its transaction.
 */
enum JourneyStep implements Predicate<String> {
    FILE_KEPT("insert into submission \\("),
    FILE_TAKEN_FOR_VALIDATION("update submission set attempts = attempts \\+ 1"),
    VERDICT_REACHED("insert into claim \\("),
    INTERCHANGE_MADE("insert into outbound_interchange"),
    INTERCHANGE_TAKEN_FOR_DELIVERY("update outbound_interchange set attempts = attempts \\+ 1"),
    DELIVERY_FAILED("update outbound_interchange set next_attempt_at"),
    DELIVERED("update outbound_interchange set state = 'SENT'"),
    REPLY_KEPT("^insert into payer_reply"),
    REPLY_TAKEN_FOR_APPLICATION("update payer_reply set attempts = attempts \\+ 1"),
    PAYER_ACKNOWLEDGED("acknowledged_at = coalesce"),
    PAYERS_277CA_RELAYED("insert into claim_status.*'277CA'.*insert into acknowledgement");

    private final Pattern statement;

    JourneyStep(String statement) {
        this.statement = Pattern.compile(statement, Pattern.DOTALL);
    }

    @Override
    public boolean test(String statements) {
        return statement.matcher(statements).find();
    }
}
