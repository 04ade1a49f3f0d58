package dev.dateline.sink.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.schemas.Dateline;
import dev.dateline.schemas.Mention;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.TaggedBy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of an event that are kept as JSON, named as in the schema. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static String mentions(List<Mention> mentions) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Mention mention : mentions) {
      array
          .addObject()
          .put("start", mention.getStart())
          .put("end", mention.getEnd())
          .put("text", mention.getText());
    }
    return array.toString();
  }

  static List<Mention> mentions(String json) {
    List<Mention> mentions = new ArrayList<>();
    for (JsonNode node : read(json)) {
      mentions.add(
          new Mention(
              node.path("start").asInt(), node.path("end").asInt(), node.path("text").asText()));
    }
    return mentions;
  }

  static String taggedBy(List<TaggedBy> stages) {
    ArrayNode array = MAPPER.createArrayNode();
    for (TaggedBy stage : stages) {
      array.addObject().put("stage", stage.getStage()).put("version", stage.getVersion());
    }
    return array.toString();
  }

  static List<TaggedBy> taggedBy(String json) {
    List<TaggedBy> stages = new ArrayList<>();
    for (JsonNode node : read(json)) {
      stages.add(new TaggedBy(node.path("stage").asText(), node.path("version").asText()));
    }
    return stages;
  }

  static String provenance(Provenance provenance) {
    ObjectNode node = MAPPER.createObjectNode().put("location", provenance.getLocation());
    if (provenance.getItem() != null) {
      node.put("item", provenance.getItem());
    }
    return node.put("mediaType", provenance.getMediaType())
        .put("charset", provenance.getCharset())
        .put("length", provenance.getLength())
        .put("sha256", provenance.getSha256())
        .toString();
  }

  static Provenance provenance(String json) {
    JsonNode node = read(json);
    return Provenance.newBuilder()
        .setLocation(node.path("location").asText())
        .setItem(node.has("item") ? node.path("item").asInt() : null)
        .setMediaType(node.path("mediaType").asText())
        .setCharset(node.path("charset").asText())
        .setLength(node.path("length").asLong())
        .setSha256(node.path("sha256").asText())
        .build();
  }

  static @Nullable String dateline(@Nullable Dateline dateline) {
    if (dateline == null) {
      return null;
    }
    ObjectNode node = MAPPER.createObjectNode();
    if (dateline.getSource() != null) {
      node.put("source", dateline.getSource());
    }
    if (dateline.getPlace() != null) {
      node.put("place", dateline.getPlace());
    }
    return node.put("text", dateline.getText()).toString();
  }

  static @Nullable Dateline readDateline(@Nullable String json) {
    if (json == null) {
      return null;
    }
    JsonNode node = read(json);
    return Dateline.newBuilder()
        .setSource(node.path("source").textValue())
        .setPlace(node.path("place").textValue())
        .setText(node.path("text").asText())
        .build();
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds JSON that cannot be read", e);
    }
  }
}
