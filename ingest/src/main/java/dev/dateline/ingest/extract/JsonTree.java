package dev.dateline.ingest.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON with bounds, and lookups that ask for nothing to be there. */
final class JsonTree {

  private static final JsonMapper STRICT =
      JsonMapper.builder(factory())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /** For JSON inside of pages, which browsers never parse. */
  private static final JsonMapper LENIENT =
      JsonMapper.builder(factory())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private JsonTree() {}

  static JsonNode strict(String json) throws JsonProcessingException {
    return STRICT.readTree(json);
  }

  static JsonNode lenient(String json) throws JsonProcessingException {
    return LENIENT.readTree(json);
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(200)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(50_000)
                .build())
        .build();
  }

  /** Text, number or truth value of a member as text; null where there is none. */
  static @Nullable String text(@Nullable JsonNode node, String name) {
    return node == null ? null : scalar(member(node, name));
  }

  static @Nullable String scalar(@Nullable JsonNode node) {
    return node == null || node.isNull() || node.isContainerNode() ? null : node.asText();
  }

  /** A member by its name; ninjs 3 writes contentType where ninjs 2 writes contenttype. */
  static @Nullable JsonNode member(JsonNode node, String name) {
    JsonNode exact = node.get(name);
    if (exact != null || !node.isObject()) {
      return exact;
    }
    for (var property : node.properties()) {
      if (property.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
        return property.getValue();
      }
    }
    return null;
  }
}
