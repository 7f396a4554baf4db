package dev.claimgate.codes;

/** What the tables know of a place-of-service code on one day. */
public enum PlaceOfService { UNKNOWN, FACILITY, NON_FACILITY }
