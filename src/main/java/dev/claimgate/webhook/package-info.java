/**
 * Tells partners what happened to their files, by calls of their webhooks. An edge, as intake and payer are: it takes the calls
 * from store.
 */
package dev.claimgate.webhook;
