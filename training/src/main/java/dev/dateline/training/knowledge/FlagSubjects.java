package dev.dateline.training.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Wikidata ids of what has a flag in the name-suggestion-index: states, former ones too. */
final class FlagSubjects {

  private final Map<String, String> ids = new HashMap<>();

  /** Reads the flags that the package lists. */
  void read(Path sources) throws IOException {
    JsonNode categories =
        Json.read(sources.resolve("name-suggestion-index/dist/json/nsi.min.json")).get("nsi");
    categories
        .properties()
        .forEach(
            category -> {
              if (category.getKey().startsWith("flags/")) {
                category.getValue().get("items").forEach(this::readItem);
              }
            });
  }

  private void readItem(JsonNode item) {
    String subject = item.at("/tags/subject").asText("");
    String id = item.at("/tags/subject:wikidata").asText("");
    if (!subject.isEmpty() && id.matches("Q[0-9]+")) {
      ids.merge(subject, id, (one, other) -> one.equals(other) ? one : "");
    }
  }

  /** The id of the only thing of this English name that has a flag. */
  @Nullable String id(String name) {
    String id = ids.get(name);
    return id == null || id.isEmpty() ? null : id;
  }
}
