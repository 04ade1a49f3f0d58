package dev.dateline.testkit.feeds;

/** How a feed is written. */
public enum FeedFormat {
  RSS("application/rss+xml"),
  ATOM("application/atom+xml"),
  JSON("application/feed+json");

  private final String mediaType;

  FeedFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }
}
