/**
 * From accepted claims to payers and back: outbound interchanges, connectors behind circuit breakers, replies, and the
 * simulated payer.
 */
package dev.claimgate.payer;
