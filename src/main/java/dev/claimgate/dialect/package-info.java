/**
 * What is not X12, through Smooks and a DFDL file, as a folder of {@code edi-specs/dialects/} describes it: payers' answers are
 * read into the same values as a 277CA, partners' claims are made into an 837P. Called by payer and by the gateway for the
 * pipeline; reads on worker threads of its own, started on first use. No Java for a dialect: its DFDL file says what the text
 * looks like, its {@code dialect.yaml} or {@code claims.yaml} what the fields mean.
 */
package dev.claimgate.dialect;
