/**
 * One file through reader, guide, claim and edits to a report: the story of the engine, top to bottom. Called by pipeline and
 * cli with bytes, tells a {@link dev.claimgate.validation.ReportListener}. Pure Java, no threads.
 */
package dev.claimgate.validation;
