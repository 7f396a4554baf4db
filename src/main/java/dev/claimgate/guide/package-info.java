/**
 * Implementation guides as data: the loader for {@code edi-specs/}, the compact model, and the walker that checks a
 * transaction set segment by segment. Knows no guide by name. Pure Java.
 */
package dev.claimgate.guide;
