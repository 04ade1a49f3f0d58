package dev.dateline.enrich.topology;

import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.RecordKeys;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents headers, by which consumers filter without decoding the value. */
final class EventHeaders {

  private static final String SOURCE = "/dateline/enrich";

  /** The most characters of a list in one header; what does not fit is only in the value. */
  private static final int MAX_LIST = 8 * 1024;

  private EventHeaders() {}

  /**
   * @param subjects top-level subject codes
   */
  static Headers of(EnrichedArticle event, List<String> subjects) {
    Headers headers = new RecordHeaders();
    CloudEvents.write(
        headers,
        RecordKeys.revision(event.getId(), event.getRevision()),
        SOURCE,
        CloudEvents.ARTICLE_ENRICHED,
        event.getEnrichedAt(),
        event.getId());
    if (event.getLanguage() != null) {
      CloudEvents.put(headers, "ce_language", event.getLanguage().getTag());
    }
    putList(headers, "ce_subjects", subjects);
    putList(
        headers,
        "ce_entities",
        event.getEntities().stream()
            .map(Entity::getId)
            .filter(Objects::nonNull)
            .distinct()
            .toList());
    return headers;
  }

  /** The headers of the tombstones and deletions of an article that was taken down. */
  static Headers takenDown(String articleId, Instant at) {
    Headers headers = new RecordHeaders();
    CloudEvents.write(
        headers, articleId + "@taken-down", SOURCE, CloudEvents.ARTICLE_TAKEN_DOWN, at, articleId);
    return headers;
  }

  /** The headers of an event, for the readers of one subject. */
  static Headers with(Headers headers, SubjectChange change) {
    Headers copy = new RecordHeaders(headers);
    CloudEvents.put(copy, CloudEvents.SUBJECT_CHANGE, change.kind().label());
    return copy;
  }

  /**
   * @param observation headers of the record that failed; how often it was redriven goes on
   */
  static Headers of(DeadLetter letter, Headers observation) {
    Headers headers = new RecordHeaders();
    CloudEvents.write(
        headers,
        letter.getOrigin(),
        SOURCE,
        CloudEvents.DEAD_LETTER,
        letter.getFailedAt(),
        letter.getOrigin());
    CloudEvents.putRedrives(headers, CloudEvents.redrives(observation));
    return headers;
  }

  private static void putList(Headers headers, String name, Collection<String> values) {
    StringBuilder list = new StringBuilder();
    for (String value : values) {
      if (list.length() + value.length() >= MAX_LIST) {
        break;
      }
      list.append(list.isEmpty() ? "" : ",").append(value);
    }
    if (!list.isEmpty()) {
      CloudEvents.put(headers, name, list.toString());
    }
  }
}
