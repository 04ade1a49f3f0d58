package dev.dateline.schemas;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

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

  /**
   * What operators say of single entities, and persons learnt from the stream. Key: entity id.
   * Value: {@link EntityCorrection}, or a tombstone. One partition, so that everybody hears it in
   * one order.
   */
  public static final KafkaTopic ENTITY = KafkaTopic.compacted("news.entity.v1").unpartitioned();

  /**
   * Names of persons whom the knowledge does not know, as articles show them. Key: the folded name.
   * Value: {@link PersonSighting}.
   */
  public static final KafkaTopic PERSON = KafkaTopic.expiring("news.person.v1", Duration.ofDays(2));

  /**
   * The sources on the web that are watched. Key: source id. Value: {@link WatchedSource}, or a
   * tombstone. All sources of one registrable domain lie in one partition, so that one process asks
   * its servers.
   */
  public static final KafkaTopic SOURCE = KafkaTopic.compacted("news.source.v1");

  /**
   * What ingest remembers of sources and of their items, in the partition of the source. Key:
   * source id, or source id and article id with a slash between them. Value: {@link PollMemory}, or
   * a tombstone.
   */
  public static final KafkaTopic SOURCE_STATE = KafkaTopic.compacted("news.source-state.v1");

  /**
   * WebSub subscriptions, in the partition of the source. Key: token of the callback address.
   * Value: {@link SourceLease}, or a tombstone.
   */
  public static final KafkaTopic SOURCE_LEASE = KafkaTopic.compacted("news.source-lease.v1");

  /**
   * What WebSub hubs call back with, on its way to the process that watches the source. Key: source
   * id. Value: {@link SourceNotice}. Bounded, as it is others who fill it.
   */
  public static final KafkaTopic SOURCE_NOTICE =
      KafkaTopic.expiring("news.source-notice.v1", Duration.ofDays(2)).bounded(512L * 1024 * 1024);

  /**
   * The articles that operators took down. Key: article id. Value: {@link Takedown}. Ingest takes
   * none of them in, enrich makes tombstones of what there was.
   */
  public static final KafkaTopic TAKEDOWN = KafkaTopic.compacted("news.takedown.v1");

  /**
   * What ingest published, by source. Key: source id and the life of a producer with a slash
   * between them. Value: counts as JSON, written in the transaction of what they count.
   */
  public static final KafkaTopic LEDGER = KafkaTopic.compacted("news.ledger.v1").inSmallSegments();

  /**
   * Latest revisions that were tagged anew and are to be published. Key: article id. Value: {@link
   * EnrichedArticle}, whose revision is the one that it was made of.
   */
  public static final KafkaTopic PROMOTION =
      KafkaTopic.expiring("news.promotion.v1", Duration.ofDays(2));

  /** What the names of the topics of {@link #replay} begin with. */
  public static final String REPLAYS = "news.replay.";

  /** Key of what says that a version of tags is whole; no id of an article. */
  public static final String REPLAY_END = "whole";

  /** The store of the embedded schema registry. Key: subject and version. Value: JSON. */
  public static final KafkaTopic SCHEMA = KafkaTopic.compacted("news.schema.v1").unpartitioned();

  /** The top-level subjects that have a topic of their own, by short name. */
  public static final List<String> SUBJECTS =
      List.of(
          "arts",
          "crime",
          "disaster",
          "economy",
          "education",
          "environment",
          "health",
          "human-interest",
          "labour",
          "lifestyle",
          "politics",
          "religion",
          "science",
          "society",
          "sport",
          "conflict",
          "weather");

  private Topics() {}

  /**
   * What happens in one subject: revisions of its articles, and that articles left it or were
   * deleted, as the header {@link CloudEvents#SUBJECT_CHANGE} says. Key: article id. Value: {@link
   * EnrichedArticle}.
   *
   * @param slug one of {@link #SUBJECTS}
   * @throws IllegalArgumentException for another slug
   */
  public static KafkaTopic subject(String slug) {
    if (!SUBJECTS.contains(slug)) {
      throw new IllegalArgumentException("no subject '" + slug + "'; there are " + SUBJECTS);
    }
    return KafkaTopic.expiring("news.subject." + slug + ".v1", Duration.ofDays(7));
  }

  /**
   * Latest revisions as they would be if they were tagged now, beside the live ones. Made and
   * dropped by whoever replays. Key: article id. Value: {@link EnrichedArticle}. When all of them
   * are in it, a tombstone under {@link #REPLAY_END} follows in partition 0.
   *
   * @param version lower-case letters, digits and dashes
   */
  public static KafkaTopic replay(String version) {
    return KafkaTopic.compacted(REPLAYS + version + ".v1").keepingTombstones();
  }

  /** All topics, to be created before any service starts. */
  public static List<KafkaTopic> all() {
    return Stream.concat(
            Stream.of(
                ARTICLE,
                ENRICHED,
                LATEST,
                DEAD_LETTER,
                ENTITY,
                PERSON,
                SOURCE,
                SOURCE_STATE,
                SOURCE_LEASE,
                SOURCE_NOTICE,
                TAKEDOWN,
                LEDGER,
                PROMOTION,
                SCHEMA),
            SUBJECTS.stream().map(Topics::subject))
        .toList();
  }
}
