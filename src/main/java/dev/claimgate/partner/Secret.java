package dev.claimgate.partner;

/** A value that stands in no file of ours and in no text: it is referred to as {@code env:NAME} or {@code file:PATH}. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
