package dev.claimgate.reply;

import dev.claimgate.x12.Segment;
import java.util.List;

/** Reads of an 835 its CLP segments; payments, adjustments and service lines are none of our business. */
final class PaymentReader implements ReplyReader.SetReader {
    private final List<PaymentAnswer> payments;

    PaymentReader(List<PaymentAnswer> payments) {
        this.payments = payments;
    }

    @Override
    public void segment(Segment segment) {
        if (segment.id().equals("CLP")) {
            payments.add(new PaymentAnswer(segment.text(1), segment.text(2), segment.text(7)));
        }
    }
}
