/**
 * What people and programs ask the gateway: the read side of the API in {@code openapi.yaml}, and the management port.
 */
package dev.claimgate.console;
