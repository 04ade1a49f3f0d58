package dev.dateline.ingest.feed;

import org.jspecify.annotations.Nullable;

/**
 * A feed that a page names as its own.
 *
 * @param url absolute, in its canonical form
 * @param mediaType as the page declares it, lower case, without parameters
 * @param title as the page names it
 */
public record FeedLink(String url, String mediaType, @Nullable String title) {}
