package dev.dateline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Record headers of the CloudEvents Kafka binding, binary content mode (CloudEvents 1.0).
 *
 * <p>Extension attributes are lower-case alphanumerics: {@code ce_language}, {@code ce_subjects}
 * (codes, comma separated), {@code ce_entities} (ids, comma separated).
 */
public final class CloudEvents {

  /** Type of an observation. */
  public static final String ARTICLE_OBSERVED = "dev.dateline.article.observed";

  /** Type of a tagged revision. */
  public static final String ARTICLE_ENRICHED = "dev.dateline.article.enriched";

  /** Type of the tombstones of an article that was taken down. */
  public static final String ARTICLE_TAKEN_DOWN = "dev.dateline.article.taken-down";

  /** Type of a dead letter. */
  public static final String DEAD_LETTER = "dev.dateline.deadletter";

  /** Type of what is remembered of a source after it was asked. */
  public static final String SOURCE_POLLED = "dev.dateline.source.polled";

  /** The same, where the source did not answer well. */
  public static final String SOURCE_FAILED = "dev.dateline.source.failed";

  /** The same, where no item was known, so that some may have come and gone unseen. */
  public static final String SOURCE_GAP = "dev.dateline.source.gap-suspected";

  /** The same, where items were met that its WebSub hub kept back, so that it is polled again. */
  public static final String SOURCE_HUB_DEMOTED = "dev.dateline.source.hub-demoted";

  /** The same, after its hub called back or was asked. */
  public static final String SOURCE_HUB = "dev.dateline.source.hub";

  /** Type of a WebSub subscription. */
  public static final String SOURCE_LEASE = "dev.dateline.source.lease";

  /** Type of what a WebSub hub called back with. */
  public static final String SOURCE_NOTICE = "dev.dateline.source.notice";

  /** Type of what is remembered of an item of a source. */
  public static final String SOURCE_ITEM = "dev.dateline.source.item";

  /**
   * Header of the topics of one subject: what the event means to its readers. {@code entered}: the
   * article is new to the subject; {@code updated}: a new revision stays in it; {@code left}: a new
   * revision is no longer of this subject; {@code deleted}: it was withdrawn.
   */
  public static final String SUBJECT_CHANGE = "ce_subjectchange";

  /** Header of what was redriven, and of its dead letter where it failed again: how often. */
  private static final String REDRIVES = "ce_redrives";

  private static final String INGEST = "/dateline/ingest/";

  private CloudEvents() {}

  /**
   * Writes the required attributes.
   *
   * @param id unique together with {@code source}: {@code <article id>@<revision>} for revisions
   * @param source URI reference of what sent it, such as {@code /dateline/enrich}
   * @param type one of the types of this class
   * @param partitionKey the article id, by which the record is partitioned
   */
  public static void write(
      Headers headers, String id, String source, String type, Instant time, String partitionKey) {
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", id);
    put(headers, "ce_source", source);
    put(headers, "ce_type", type);
    put(headers, "ce_time", time.toString());
    put(headers, "ce_partitionkey", partitionKey);
    put(headers, "content-type", "application/avro");
  }

  /** Sets one header, replacing an earlier one of this name. */
  public static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(UTF_8));
  }

  /** The attribute {@code source} of what comes of a source of articles. */
  public static String sourceOf(String sourceId) {
    return INGEST + sourceId;
  }

  /** The id of the source of articles that a record comes of; empty where its headers name none. */
  public static String sourceId(Headers headers) {
    Header header = headers.lastHeader("ce_source");
    String source =
        header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    return source.startsWith(INGEST) ? source.substring(INGEST.length()) : "";
  }

  /** Says how often a record was redriven; a record that never was has no such header. */
  public static void putRedrives(Headers headers, int redrives) {
    if (redrives > 0) {
      put(headers, REDRIVES, Integer.toString(redrives));
    }
  }

  /** How often a record was redriven; 0 where its headers say nothing that can be read. */
  public static int redrives(Headers headers) {
    Header header = headers.lastHeader(REDRIVES);
    if (header == null || header.value() == null) {
      return 0;
    }
    try {
      return Math.max(0, Integer.parseInt(new String(header.value(), UTF_8)));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
