package dev.dateline.enrich.stage;

/** A stage that worked on a document, and the version of its code and data. */
public record StageVersion(String stage, String version) {}
