package dev.claimgate.claim;

import dev.claimgate.x12.Segment;
import dev.claimgate.x12.Text;

/** A REF segment: its number and where it stands. Reused. */
public final class Reference {
    private final Text number = new Text(50);
    private int position;

    /** REF02, empty if the segment was not sent. */
    public Text number() {
        return number;
    }

    /** Segment position in the transaction set, ST = 1; 0 if the segment was not sent. */
    public int position() {
        return position;
    }

    public boolean present() {
        return !number.isEmpty();
    }

    void set(Segment ref, int position) {
        ref.copyTo(2, number);
        this.position = position;
    }

    void clear() {
        number.clear();
        position = 0;
    }
}
