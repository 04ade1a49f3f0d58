package dev.dateline.app.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.enrich.stage.DatelineLine;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.Tags;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.ingest.extract.ArticleIds;
import dev.dateline.ingest.extract.ExtractedArticle;
import dev.dateline.ingest.extract.Extraction;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An article that was tagged without Kafka, as {@code dateline tag} prints it. */
public final class TaggedJson {

  private TaggedJson() {}

  /**
   * @param withScores whether to add the scores of the 17 top-level subjects
   */
  public static ObjectNode of(Extraction.Extracted extracted, Tags tags, boolean withScores) {
    ExtractedArticle article = extracted.article();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id(extracted));
    json.put("url", article.url());
    json.put("source", source(article, tags.dateline()));
    json.put("title", article.title());
    json.put("text", article.text());
    json.put("language", tags.language().tag());
    json.put(
        "publishedAt", article.publishedAt() == null ? null : article.publishedAt().toString());
    ArrayNode topics = json.putArray("topics");
    tags.topics()
        .forEach(
            topic ->
                topics
                    .addObject()
                    .put("code", topic.code())
                    .put("name", topic.name())
                    .put("score", rounded(topic.score())));
    ArrayNode entities = json.putArray("entities");
    tags.entities().forEach(entity -> entities.add(entity(entity)));
    if (withScores) {
      ObjectNode scores = json.putObject("scores");
      new TreeMap<>(tags.subjectScores())
          .forEach((code, score) -> scores.put(code, rounded(score)));
    }
    return json;
  }

  private static String id(Extraction.Extracted extracted) {
    String given = extracted.article().givenId();
    return given != null
        ? given
        : ArticleIds.of(
            "tag", extracted.article(), extracted.origin().location(), extracted.origin().item());
  }

  private static @Nullable String source(
      ExtractedArticle article, @Nullable DatelineLine dateline) {
    if (article.publisher() != null) {
      return article.publisher();
    }
    return dateline == null ? null : dateline.source();
  }

  private static ObjectNode entity(NamedEntity entity) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", entity.type().name());
    json.put("name", entity.name());
    if (entity.id() != null) {
      json.put("id", entity.id());
    }
    spans(json, "mentions", entity.mentions());
    if (!entity.titleMentions().isEmpty()) {
      spans(json, "titleMentions", entity.titleMentions());
    }
    return json;
  }

  private static void spans(ObjectNode json, String field, List<TextSpan> spans) {
    ArrayNode array = json.putArray(field);
    spans.forEach(
        span ->
            array
                .addObject()
                .put("start", span.start())
                .put("end", span.end())
                .put("text", span.text()));
  }

  private static double rounded(double score) {
    return Math.round(score * 10_000) / 10_000.0;
  }
}
