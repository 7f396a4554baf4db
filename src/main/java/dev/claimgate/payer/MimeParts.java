package dev.claimgate.payer;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes and reads the parts of a MIME multipart body (RFC 2046, 5.1). */
final class MimeParts {
    static final String BOUNDARY = "claimgate-part-7f3a9c51e2d84b06";
    private static final Pattern BOUNDARY_PARAMETER = Pattern.compile("(?i)boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
    private static final int PARTS_MAX = 100;

    private MimeParts() {
    }

    /** @param head header lines without line ends, joined by CR LF */
    record Part(String head, Buffer body) {
        /** The value of a header, or empty. */
        String header(String name) {
            for (String line : head.split("\r\n")) {
                if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return "";
        }
    }

    static Buffer write(List<Part> parts) {
        Buffer body = Buffer.buffer();
        for (Part part : parts) {
            body.appendString("--" + BOUNDARY + "\r\n" + part.head() + "\r\n\r\n").appendBuffer(part.body())
                    .appendString("\r\n");
        }
        return body.appendString("--" + BOUNDARY + "--\r\n");
    }

    /** @throws IllegalArgumentException if the body is no multipart */
    static List<Part> read(String contentType, Buffer body) {
        Matcher boundary = BOUNDARY_PARAMETER.matcher(contentType);
        if (!boundary.find()) {
            throw new IllegalArgumentException("its Content-Type has no boundary");
        }
        String marker = "--" + Optional.ofNullable(boundary.group(1)).orElse(boundary.group(2));
        // One character for each byte.
        String text = body.toString(StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int at = text.indexOf(marker);
        while (at >= 0 && !text.startsWith("--", at + marker.length()) && parts.size() < PARTS_MAX) {
            int from = text.indexOf("\r\n", at) + 2;
            int end = text.indexOf("\r\n" + marker, from - 2);
            int blank = text.indexOf("\r\n\r\n", from - 2);
            if (from < 2 || end < 0 || blank < 0 || blank > end) {
                throw new IllegalArgumentException("a part of it does not end");
            }
            parts.add(new Part(text.substring(Math.min(from, blank), blank), body.getBuffer(Math.min(blank + 4, end), end)));
            at = end + 2;
        }
        return parts;
    }
}
