/**
 * Payers' answers that are not X12, through Smooks and a DFDL file: what a folder of {@code edi-specs/dialects/} describes is
 * read into the same values as a 277CA. Called by payer; reads on worker threads of its own, started on first use. No Java
 * for a dialect: its DFDL file says what the text looks like, its {@code dialect.yaml} what the fields mean.
 */
package dev.claimgate.dialect;
