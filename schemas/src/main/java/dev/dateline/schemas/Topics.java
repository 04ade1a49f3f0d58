package dev.dateline.schemas;

import java.time.Duration;
import java.util.List;

/** Every topic of Dateline. Nothing else spells a topic name. */
public final class Topics {

  /** Every observation as ingested. Key: article id. Value: {@link Article}. */
  public static final KafkaTopic ARTICLE =
      KafkaTopic.expiring("news.article.v1", Duration.ofDays(7));

  /**
   * Every tagged revision once, the log to rebuild from. Key: {@code id@revision}, partitioned by
   * article id. Value: {@link EnrichedArticle}.
   */
  public static final KafkaTopic ENRICHED = KafkaTopic.compacted("news.enriched.v1");

  /** The newest revision. Key: article id. Value: {@link EnrichedArticle}, or a tombstone. */
  public static final KafkaTopic LATEST = KafkaTopic.compacted("news.latest.v1");

  /** What could not be processed. Key: origin. Value: {@link DeadLetter}. */
  public static final KafkaTopic DEAD_LETTER =
      KafkaTopic.expiring("news.deadletter.v1", Duration.ofDays(30));

  /** The store of the embedded schema registry. Key: subject and version. Value: JSON. */
  public static final KafkaTopic SCHEMA = KafkaTopic.compacted("news.schema.v1").unpartitioned();

  private Topics() {}

  /** All topics, to be created before any service starts. */
  public static List<KafkaTopic> all() {
    return List.of(ARTICLE, ENRICHED, LATEST, DEAD_LETTER, SCHEMA);
  }
}
