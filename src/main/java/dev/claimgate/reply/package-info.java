/**
 * What payers answer, read into values: TA1, 999 (005010X231A1) and 277CA (005010X214). Called by payer, kept by store.
 * Pure Java.
 */
package dev.claimgate.reply;
