package dev.claimgate.web;

import java.util.List;

/** A request for a coding check cannot be read. Its message tells every fault by its place, no value of the request. */
public final class CodingRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    CodingRequestException(List<String> faults) {
        super(String.join("; ", faults));
    }
}
