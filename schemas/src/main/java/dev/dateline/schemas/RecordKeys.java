package dev.dateline.schemas;

/** The record keys of the article topics. */
public final class RecordKeys {

  private RecordKeys() {}

  /** Key of a revision in {@link Topics#ENRICHED}: {@code <article id>@<revision>}. */
  public static String revision(String articleId, int revision) {
    return articleId + "@" + revision;
  }

  /** Key of a record's dead letter in {@link Topics#DEAD_LETTER}: its coordinates. */
  public static String origin(String topic, int partition, long offset) {
    return topic + "-" + partition + "@" + offset;
  }

  /** The article id in a revision key; the whole key where it has no revision. */
  public static String articleId(String revisionKey) {
    int at = revisionKey.lastIndexOf('@');
    return at < 0 ? revisionKey : revisionKey.substring(0, at);
  }
}
