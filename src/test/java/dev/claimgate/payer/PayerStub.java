package dev.claimgate.payer;

import dev.claimgate.partner.PayerAddress;
import dev.claimgate.store.OutboundDelivery;
import io.vertx.core.buffer.Buffer;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** The payer's end of a connector: what came, and what is offered. */
interface PayerStub extends AutoCloseable {
    PayerAddress address();

    /** Bodies of interchanges as they lie at the payer. */
    List<String> received() throws Exception;

    /** Puts a reply into the box. */
    void offer(String name, String reply) throws Exception;

    /** How many replies are left. */
    int waiting() throws Exception;

    /** Nobody can be reached until {@link #up()}. */
    void down() throws Exception;

    void up() throws Exception;

    @Override
    void close() throws Exception;

    static OutboundDelivery interchange(int number, String text) {
        return new OutboundDelivery(number, number, 1, ZonedDateTime.of(2026, 1, 5, 8, 5, 0, 0, ZoneOffset.UTC),
                Buffer.buffer(text));
    }

    /** A text in which ISA15 stands where it stands in every ISA. */
    static String isa(int number) {
        return "ISA*00*          *00*          *ZZ*CLAIMGATE      *ZZ*EVG01          *260105*0805*^*00501*%09d*1*T*:~\u00e9"
                .formatted(number);
    }
}
