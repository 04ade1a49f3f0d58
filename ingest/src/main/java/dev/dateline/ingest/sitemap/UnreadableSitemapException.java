package dev.dateline.ingest.sitemap;

/** The bytes are no sitemap. The message says what they are and what to do next. */
public final class UnreadableSitemapException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableSitemapException(String message) {
    super(message);
  }
}
