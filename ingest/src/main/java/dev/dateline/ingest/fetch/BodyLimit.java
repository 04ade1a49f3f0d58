package dev.dateline.ingest.fetch;

/**
 * How much of a body is read.
 *
 * @param bytes as sent, and after each decoding
 * @param cut whether a larger one is cut there rather than refused
 */
record BodyLimit(long bytes, boolean cut) {}
