package dev.dateline.ingest.sitemap;

import java.util.stream.Stream;

/**
 * A sitemap that is being read.
 *
 * @param isIndex whether its entries are sitemaps themselves, not pages
 * @param entries in the order of the sitemap, read as they are asked for; those that have no usable
 *     address are left out
 */
public record Sitemap(boolean isIndex, Stream<SitemapEntry> entries) {}
