/**
 * TA1, 999 (005010X231A1) and 277CA (005010X214), written from the report while it streams by. Pure Java.
 */
package dev.claimgate.ack;
