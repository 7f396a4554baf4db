/**
 * Code tables: procedures, modifiers, places of service, diagnoses, NCCI pairs, units, add-ons; dated, immutable, compact,
 * in memory. Filled by store or from {@code conf/code-tables}, read by edit. Pure Java.
 */
package dev.claimgate.codes;
