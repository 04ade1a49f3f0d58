package dev.dateline.schemas.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.Dateline;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.Mention;
import dev.dateline.schemas.Rights;
import dev.dateline.schemas.Topic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enriched article as JSON. The fields at the top are always there, null where unknown; deeper
 * ones ({@code id} and {@code englishName} of an entity) are left out where unknown. Times are ISO
 * 8601 in UTC, offsets count UTF-16 code units.
 */
public final class ArticleJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ArticleJson() {}

  /**
   * What {@code dateline tag} prints: {@code id, url, source, title, text, language, publishedAt,
   * topics[{code, name, score}], entities[{type, name, id, mentions[{start, end, text}]}]}; an
   * entity that the title names has {@code titleMentions} as well.
   */
  public static ObjectNode tagged(EnrichedArticle event) {
    ObjectNode json = head(event);
    ArrayNode entities = json.putArray("entities");
    event.getEntities().forEach(entity -> entities.add(taggedEntity(entity)));
    return json;
  }

  /**
   * The fields of {@link #tagged} and the rest of the event: {@code revision, change, summary,
   * image, authors, updatedAt, publishedEvidence, publishedToTheDay, rights, observedAt,
   * enrichedAt, languageConfidence, dateline, keyphrases, focus, taggedBy}, the evidence of topics,
   * and the salience, English name, coordinates and title mentions of entities.
   */
  public static ObjectNode full(EnrichedArticle event) {
    ObjectNode json = head(event);
    for (int i = 0; i < event.getTopics().size(); i++) {
      strings(
          (ObjectNode) json.path("topics").path(i),
          "evidence",
          event.getTopics().get(i).getEvidence());
    }
    ArrayNode entities = json.putArray("entities");
    event.getEntities().forEach(entity -> entities.add(fullEntity(entity)));
    Article article = event.getArticle();
    json.put("revision", event.getRevision());
    json.put("change", event.getChange().name());
    strings(json, "changedFields", event.getChangedFields());
    json.put("summary", article.getSummary());
    json.put("image", article.getImage());
    strings(json, "authors", article.getAuthors());
    json.put("updatedAt", time(article.getUpdatedAt()));
    json.put("publishedEvidence", article.getPublishedEvidence());
    json.put("publishedToTheDay", article.getPublishedToTheDay());
    if (article.getRights() != null) {
      json.set("rights", rights(article.getRights()));
    }
    json.put("observedAt", time(article.getObservedAt()));
    json.put("enrichedAt", time(event.getEnrichedAt()));
    if (event.getLanguage() != null) {
      json.put("languageConfidence", rounded(event.getLanguage().getConfidence()));
    }
    if (event.getDateline() != null) {
      json.set("dateline", dateline(event.getDateline()));
    }
    strings(json, "keyphrases", event.getKeyphrases());
    strings(json, "focus", event.getFocus());
    ArrayNode stages = json.putArray("taggedBy");
    event
        .getTaggedBy()
        .forEach(
            stage ->
                stages
                    .addObject()
                    .put("stage", stage.getStage())
                    .put("version", stage.getVersion()));
    return json;
  }

  /** The language of an event: as identified, else as declared; null where neither says. */
  public static @Nullable String language(EnrichedArticle event) {
    return event.getLanguage() != null
        ? event.getLanguage().getTag()
        : event.getArticle().getLanguage();
  }

  /**
   * The publisher: as the article or its source names it, else as the dateline, else the id of the
   * source; null where the article came through none.
   */
  public static @Nullable String source(EnrichedArticle event) {
    String named = event.getArticle().getSource().getName();
    if (named != null && !named.isBlank()) {
      return named;
    }
    Dateline dateline = event.getDateline();
    if (dateline != null && dateline.getSource() != null && !dateline.getSource().isBlank()) {
      return dateline.getSource();
    }
    String id = event.getArticle().getSource().getId();
    return id.isEmpty() ? null : id;
  }

  /** A score as it is shown: four decimals, more would say nothing. */
  public static double rounded(double score) {
    return Math.round(score * 10_000) / 10_000.0;
  }

  /** Whether an event says that its article was withdrawn. */
  public static boolean isDeletion(EnrichedArticle event) {
    return event.getChange() == Change.DELETED;
  }

  private static ObjectNode head(EnrichedArticle event) {
    Article article = event.getArticle();
    ObjectNode json = NODES.objectNode();
    json.put("id", event.getId());
    json.put("url", article.getUrl());
    json.put("source", source(event));
    json.put("title", article.getTitle());
    json.put("text", article.getText());
    json.put("language", language(event));
    json.put("publishedAt", time(article.getPublishedAt()));
    ArrayNode topics = json.putArray("topics");
    event.getTopics().forEach(topic -> topics.add(topic(topic)));
    return json;
  }

  private static ObjectNode topic(Topic topic) {
    return NODES
        .objectNode()
        .put("code", topic.getCode())
        .put("name", topic.getName())
        .put("score", rounded(topic.getScore()));
  }

  private static ObjectNode entity(Entity entity) {
    ObjectNode json = NODES.objectNode();
    json.put("type", entity.getType().name());
    json.put("name", entity.getName());
    if (entity.getId() != null) {
      json.put("id", entity.getId());
    }
    mentions(json, "mentions", entity.getMentions());
    return json;
  }

  private static ObjectNode taggedEntity(Entity entity) {
    ObjectNode json = entity(entity);
    if (!entity.getTitleMentions().isEmpty()) {
      mentions(json, "titleMentions", entity.getTitleMentions());
    }
    return json;
  }

  private static ObjectNode fullEntity(Entity entity) {
    ObjectNode json = entity(entity);
    if (entity.getEnglishName() != null) {
      json.put("englishName", entity.getEnglishName());
    }
    json.put("score", rounded(entity.getScore()));
    json.put("salience", rounded(entity.getSalience()));
    if (entity.getLatitude() != null && entity.getLongitude() != null) {
      json.put("latitude", entity.getLatitude());
      json.put("longitude", entity.getLongitude());
    }
    mentions(json, "titleMentions", entity.getTitleMentions());
    return json;
  }

  private static void mentions(ObjectNode json, String field, List<Mention> mentions) {
    ArrayNode array = json.putArray(field);
    mentions.forEach(
        mention ->
            array
                .addObject()
                .put("start", mention.getStart())
                .put("end", mention.getEnd())
                .put("text", mention.getText()));
  }

  private static ObjectNode rights(Rights rights) {
    return NODES
        .objectNode()
        .put("tdmReserved", rights.getTdmReserved())
        .put("tdmPolicy", rights.getTdmPolicy())
        .put("noAi", rights.getNoAi())
        .put("free", rights.getFree());
  }

  private static ObjectNode dateline(Dateline dateline) {
    return NODES
        .objectNode()
        .put("source", dateline.getSource())
        .put("place", dateline.getPlace())
        .put("text", dateline.getText());
  }

  private static void strings(ObjectNode json, String field, List<String> values) {
    ArrayNode array = json.putArray(field);
    values.forEach(array::add);
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
