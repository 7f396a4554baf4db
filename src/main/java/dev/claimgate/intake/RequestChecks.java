package dev.claimgate.intake;

import dev.claimgate.web.MediaTypes;
import dev.claimgate.web.Problem;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be said of an upload from its headers, before a byte of the file is read. */
final class RequestChecks {
    private static final Set<String> FILE_TYPES = Set.of("application/edi-x12", "application/octet-stream", "text/plain");

    private static final String ZIP = "application/zip";
    private static final Pattern KEY = Pattern.compile("[!-~]{1,100}");

    private final long bodyBytesMax;

    RequestChecks(long bodyBytesMax) {
        this.bodyBytesMax = bodyBytesMax;
    }

    /** The problem to answer with; empty if the body may come. */
    Optional<Problem> problem(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        if (type == null || !isZip(request) && !FILE_TYPES.contains(bareType(type))) {
            return Optional.of(Problem.of(415, "Content-Type: " + (type == null ? "is missing" : "is not one we take")
                    + ", must be application/EDI-X12, application/octet-stream, text/plain or application/zip"));
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity") && (!isGzip(request) || isZip(request))) {
            return Optional.of(Problem.of(415, "Content-Encoding: is not one we take, must be gzip or left out;"
                    + " left out with application/zip"));
        }
        String key = request.getHeader("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            return Optional.of(Problem.of(400, "Idempotency-Key: has blanks or is too long, must be 1 to 100 characters"));
        }
        if (answerType(request).isEmpty()) {
            return Optional.of(Problem.of(406, "Accept: must allow application/json or application/EDI-X12"));
        }
        return lengthProblem(request.getHeader("Content-Length"));
    }

    /** How the file comes. */
    static UploadRequest.Packing packing(HttpServerRequest request) {
        return isZip(request) ? UploadRequest.Packing.ZIP
                : isGzip(request) ? UploadRequest.Packing.GZIP : UploadRequest.Packing.PLAIN;
    }

    private static boolean isZip(HttpServerRequest request) {
        return bareType(request.getHeader("Content-Type")).equals(ZIP);
    }

    private static boolean isGzip(HttpServerRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        return "gzip".equalsIgnoreCase(encoding) || "x-gzip".equalsIgnoreCase(encoding);
    }

    private Optional<Problem> lengthProblem(String length) {
        if (length == null) {
            return Optional.empty();
        }
        // Vert.x has refused what is no number; one too long for a long is too large all the same.
        boolean tooLarge = length.length() > 18 || Long.parseLong(length.strip()) > bodyBytesMax;
        if (tooLarge) {
            return Optional.of(tooLarge());
        }
        return length.strip().equals("0") ? Optional.of(empty()) : Optional.empty();
    }

    /** application/json or application/EDI-X12; empty if the sender wants neither. */
    static Optional<String> answerType(HttpServerRequest request) {
        return MediaTypes.preferred(request.getHeader("Accept"), List.of(MediaTypes.JSON, MediaTypes.X12));
    }

    Problem tooLarge() {
        return Problem.of(413, "body: is larger than intake.http.bodyBytesMax, must be at most " + bodyBytesMax
                + " bytes; split the file. Nothing of it was kept");
    }

    static Problem empty() {
        return Problem.of(400, "body: is empty, must be an X12 file from ISA to IEA");
    }

    private static String bareType(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
