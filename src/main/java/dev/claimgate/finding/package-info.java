/**
 * What was found and where, in the codes of the TA1, the 999 and the 277CA. Filled by guide, edit and validation, read by
 * ack, cli and store. Values only.
 */
package dev.claimgate.finding;
