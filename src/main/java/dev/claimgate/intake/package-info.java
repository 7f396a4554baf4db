/**
 * Where claim files come in: bytes are streamed to durable storage, then the sender hears yes. Meets the pipeline in store.
 */
package dev.claimgate.intake;
