/**
 * Claims as practice management systems export them, made into an 837P: the records of a file that a folder of
 * {@code edi-specs/dialects/} describes, the mapping that says what their fields mean, and the interchange written from them.
 * Plain Java; {@code dialect} reads the file, {@code pipeline} goes on with the interchange.
 */
package dev.claimgate.superbill;
