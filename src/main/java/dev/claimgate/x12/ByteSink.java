package dev.claimgate.x12;

/** Takes bytes in order; the caller may reuse the array as soon as the call returns. */
@FunctionalInterface
public interface ByteSink {
    void write(byte[] bytes, int from, int length);
}
