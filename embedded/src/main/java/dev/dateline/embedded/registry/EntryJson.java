package dev.dateline.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.embedded.registry.RegistryEntry.LevelSetting;
import dev.dateline.embedded.registry.RegistryEntry.SchemaVersion;

/** Entries as JSON keys and values, in the form of Confluent's {@code _schemas} topic. */
final class EntryJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EntryJson() {}

  static String key(RegistryEntry entry) {
    ObjectNode key = JSON.createObjectNode();
    if (entry instanceof SchemaVersion version) {
      return key.put("keytype", "SCHEMA")
          .put("subject", version.subject())
          .put("version", version.version())
          .put("magic", 1)
          .toString();
    }
    return key.put("keytype", "CONFIG")
        .put("subject", ((LevelSetting) entry).subject())
        .put("magic", 0)
        .toString();
  }

  static String value(RegistryEntry entry) {
    ObjectNode value = JSON.createObjectNode();
    if (entry instanceof SchemaVersion version) {
      return value
          .put("subject", version.subject())
          .put("version", version.version())
          .put("id", version.id())
          .put("schema", version.schema())
          .put("deleted", false)
          .toString();
    }
    return value.put("compatibilityLevel", ((LevelSetting) entry).level().name()).toString();
  }

  static RegistryEntry entry(String key, String value) {
    JsonNode parsedKey = parse(key);
    JsonNode parsedValue = parse(value);
    String subject = parsedKey.path("subject").asText();
    return switch (parsedKey.path("keytype").asText()) {
      case "SCHEMA" ->
          new SchemaVersion(
              subject,
              parsedKey.path("version").asInt(),
              parsedValue.path("id").asInt(),
              parsedValue.path("schema").asText());
      case "CONFIG" ->
          new LevelSetting(
              subject, CompatibilityLevel.valueOf(parsedValue.path("compatibilityLevel").asText()));
      default -> throw new IllegalStateException("an entry of another kind: " + key);
    };
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry of the schema topic is no JSON", e);
    }
  }
}
