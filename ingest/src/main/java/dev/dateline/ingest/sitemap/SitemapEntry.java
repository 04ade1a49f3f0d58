package dev.dateline.ingest.sitemap;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One address of a sitemap.
 *
 * @param url absolute, in its canonical form
 * @param modified last change, as the sitemap says
 * @param title headline, of a news sitemap
 * @param published publication, of a news sitemap
 * @param language as a news sitemap declares it
 * @param publication name of the paper, of a news sitemap
 */
public record SitemapEntry(
    String url,
    @Nullable Instant modified,
    @Nullable String title,
    @Nullable Instant published,
    @Nullable String language,
    @Nullable String publication) {}
