/** Sitemaps, news sitemaps and indexes of sitemaps: bytes to records. Pure. */
@NullMarked
package dev.dateline.ingest.sitemap;

import org.jspecify.annotations.NullMarked;
