package dev.dateline.ingest.push;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.PublicationTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Addresses and times of articles that are pushed. Readers of files pass over what they do not
 * understand; who pushes is there to be told, and would not learn otherwise that it was lost.
 */
final class StatedMembers {

  private static final Set<String> ADDRESSES = Set.of("url");

  /** Dateline's own, and those of ninjs. */
  private static final Set<String> TIMES =
      Set.of("publishedat", "updatedat", "firstcreated", "contentcreated", "versioncreated");

  private StatedMembers() {}

  /**
   * What is wrong with the first member that is not understood, for a person.
   *
   * @param body an article or an array of them
   */
  static Optional<String> fault(JsonNode body) {
    if (!body.isArray()) {
      return ofArticle(body, "The article");
    }
    for (int i = 0; i < body.size(); i++) {
      Optional<String> fault = ofArticle(body.get(i), "Article " + (i + 1));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofArticle(JsonNode article, String where) {
    for (Map.Entry<String, JsonNode> member : article.properties()) {
      String name = member.getKey().toLowerCase(Locale.ROOT);
      String value = member.getValue().asText();
      if (member.getValue().isNull() || member.getValue().isTextual() && value.isBlank()) {
        continue; // not stated
      }
      if (ADDRESSES.contains(name) && CanonicalUrl.of(value).isEmpty()) {
        return Optional.of(
            where + " has a \"" + member.getKey() + "\" that is no whole http or https address.");
      }
      if (TIMES.contains(name) && PublicationTime.parse(value).isEmpty()) {
        return Optional.of(
            where
                + " has a \""
                + member.getKey()
                + "\" that is no time in ISO 8601, such as 2026-03-02T09:30:00+02:00.");
      }
    }
    return Optional.empty();
  }
}
