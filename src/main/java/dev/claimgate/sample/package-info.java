/**
 * Synthetic dermatology claim files: as many claims as wanted, the same bytes for the same seed, and on request a known fault in
 * a share of them. Used by {@code claimgate generate}, {@code claimgate bench} and the tests. All names and numbers are invented.
 * Pure Java.
 */
package dev.claimgate.sample;
