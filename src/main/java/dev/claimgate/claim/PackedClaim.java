package dev.claimgate.claim;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What later claims need of a claim, in some 30 bytes a line: one byte that tells the format, then numbers of as many bytes as
 * they need, seven bits in each. Holds health data and no name.
 */
public final class PackedClaim {
    private static final int FORMAT = 1;

    private PackedClaim() {
    }

    /** What is kept of a claim. */
    public static byte[] pack(Claim claim) {
        Output out = new Output();
        out.number(FORMAT);
        out.text(claim.patientControlNumber().toString());
        out.number(ProviderNpi.of(claim.billingProvider()));
        out.number(claim.frequency());
        out.text(claim.payerClaimNumber().number().toString());
        out.number(claim.chargeCents());
        for (int i = 0; i < claim.lineCount(); i++) {
            if (EarlierLine.keeps(claim.line(i))) {
                line(out, claim, claim.line(i));
            }
        }
        return out.bytes();
    }

    private static void line(Output out, Claim claim, ServiceLine line) {
        out.number(line.number());
        out.number(line.procedure());
        out.number(line.modifierCount());
        for (int m = 0; m < line.modifierCount(); m++) {
            out.number(line.modifier(m));
        }
        out.number(line.dateFrom());
        out.number(line.dateTo() == line.dateFrom() ? 0 : line.dateTo());
        out.number(EarlierLine.place(claim, line));
        out.number(line.chargeCents());
        out.number(EarlierLine.units(line));
        out.number(ProviderNpi.of(claim, line));
    }

    /**
     * The claim as it was kept.
     *
     * @param receivedOn       day it came in, {@code yyyymmdd}
     * @param payerClaimNumber the payer's number of it, or empty
     * @param processed        whether the payer told of its payment
     * @throws IllegalArgumentException if the bytes are not of this format
     */
    public static EarlierClaim unpack(byte[] packed, int receivedOn, String payerClaimNumber, boolean processed) {
        Input in = new Input(ByteBuffer.wrap(packed));
        try {
            if (in.number() != FORMAT) {
                throw new IllegalArgumentException("a kept claim is of a format that is not known here");
            }
            String patientControlNumber = in.text();
            long billingNpi = in.number();
            long frequency = in.number();
            String originalNumber = in.text();
            long chargeCents = in.number();
            List<EarlierLine> lines = new ArrayList<>();
            while (in.bytes.hasRemaining()) {
                lines.add(line(in));
            }
            return new EarlierClaim(receivedOn, patientControlNumber, billingNpi, frequency, originalNumber, chargeCents,
                    payerClaimNumber, processed, lines);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a kept claim ends before its end", e);
        }
    }

    private static EarlierLine line(Input in) {
        int number = (int) in.number();
        long procedure = in.number();
        List<Long> modifiers = new ArrayList<>(ServiceLine.MODIFIERS_MAX);
        for (long left = in.number(); left > 0; left--) {
            modifiers.add(in.number());
        }
        int from = (int) in.number();
        int to = (int) in.number();
        return new EarlierLine(number, procedure, modifiers, from, to == 0 ? from : to, in.number(), in.number(), in.number(),
                in.number());
    }

    private static final class Output {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

        void number(long value) {
            long left = value;
            while ((left & ~0x7fL) != 0) {
                bytes.write((int) (left & 0x7f | 0x80));
                left >>>= 7;
            }
            bytes.write((int) left);
        }

        void text(String value) {
            byte[] text = value.getBytes(StandardCharsets.ISO_8859_1);
            number(text.length);
            bytes.write(text, 0, text.length);
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    private record Input(ByteBuffer bytes) {
        long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes.get();
                value |= (b & 0x7fL) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }

        String text() {
            byte[] text = new byte[(int) Math.min(number(), bytes.remaining())];
            bytes.get(text);
            return new String(text, StandardCharsets.ISO_8859_1);
        }
    }
}
