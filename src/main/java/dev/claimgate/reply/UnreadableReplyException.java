package dev.claimgate.reply;

import java.util.Optional;

/** A payer's message is no answer we know. The text says where and why, without element values. */
public final class UnreadableReplyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Place> place;

    public UnreadableReplyException(String message) {
        super(message);
        this.place = Optional.empty();
    }

    public UnreadableReplyException(String message, Place place) {
        super(message);
        this.place = Optional.of(place);
    }

    /**
     * Where the message could not be read any further.
     *
     * @param line      from 1
     * @param lineStart first characters of that line, by which it is known what line it was to be; never shown to anybody
     * @param element   name of the element of the description that was to follow; empty if it is not known
     */
    public record Place(int line, String lineStart, String element) {
    }

    public Optional<Place> place() {
        return place;
    }
}
