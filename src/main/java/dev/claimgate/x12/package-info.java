/**
 * The wire: delimiters, segments as offsets into a buffer, the reader that finds interchanges in a stream of bytes, and
 * the writer. First in the flow; knows nothing of claims. Pure Java, no threads.
 */
package dev.claimgate.x12;
