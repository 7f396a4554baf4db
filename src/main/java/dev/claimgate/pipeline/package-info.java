/**
 * From received to validated, stored and acknowledged: takes work for its free slots and runs the engine on a worker pool.
 */
package dev.claimgate.pipeline;
