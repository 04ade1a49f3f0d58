package dev.dateline.ingest.extract;

/** What an item is, by its first bytes and its name. */
enum ItemKind {
  TEXT("text/plain"),
  HTML("text/html"),
  JSON("application/json"),
  JSON_LINES("application/x-ndjson"),
  XML("application/xml"),
  ZIP("application/zip"),
  GZIP("application/gzip"),
  WARC("application/warc"),
  /** Bytes of a known format that holds no articles, or no text at all. */
  BINARY("application/octet-stream"),
  EMPTY("application/octet-stream");

  private final String mediaType;

  ItemKind(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }
}
