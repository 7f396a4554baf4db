package dev.claimgate.store;

/** How a file came in. */
public enum Channel { HTTP, SFTP, FOLDER }
