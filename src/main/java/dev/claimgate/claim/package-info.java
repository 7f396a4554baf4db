/**
 * The 837P in domain words: submitter, billing provider, subscriber, patient, payer, claim, service line. Filled from the
 * guide's walk, judged by edit, answered by ack. Pure Java.
 */
package dev.claimgate.claim;
