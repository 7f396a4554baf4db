/**
 * The command line, the configuration, and the one place where everything is built and wired together.
 */
package dev.claimgate;
