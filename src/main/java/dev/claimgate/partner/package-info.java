/**
 * Trading partners and payers as configured in {@code conf/partners.yaml} and {@code conf/payers.yaml}. Values only.
 */
package dev.claimgate.partner;
