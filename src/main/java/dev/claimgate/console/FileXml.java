package dev.claimgate.console;

/** A file as XML. */
public interface FileXml {
    /** The longest file that is shown so. */
    int bytesMax();

    /** The document of a file of X12. Blocks while it works. */
    byte[] of(byte[] x12);
}
