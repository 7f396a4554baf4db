/**
 * Edits: each checks one rule over a claim and its code tables and yields findings with 277CA statuses. Pure Java.
 */
package dev.claimgate.edit;
