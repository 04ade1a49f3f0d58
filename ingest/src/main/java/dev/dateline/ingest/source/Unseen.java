package dev.dateline.ingest.source;

import java.io.IOException;

/**
 * A folder, or a file, that could not be looked at, so that nobody knows what is in it.
 *
 * @param location path relative to the source, with slashes
 * @param reason why
 */
public record Unseen(String location, IOException reason) {}
