/**
 * Reads the YAML files under {@code conf/} into typed values and collects every fault on the way, so that all of them are
 * reported at once. Knows no key by name; GatewayConfig and partner say what they expect. Pure Java.
 */
package dev.claimgate.config;
