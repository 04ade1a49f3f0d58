package dev.dateline.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.enrich.stage.DatelineLine;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.StageVersion;
import dev.dateline.enrich.stage.Tags;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.TopicScore;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaggedJsonTest {

  private static final String SPORT = "medtop:15000000";

  private static final Article ARTICLE =
      Article.newBuilder()
          .setId("a1")
          .setSource(new Source("", "file", null))
          .setTitle("Rowers win")
          .setText("VARNA (BTA) - Rowers won.")
          .setObservedAt(Instant.parse("2026-11-02T08:00:00Z"))
          .setProvenance(new Provenance("a", null, "text/plain", "UTF-8", 1L, "0"))
          .build();

  private static final Tags TAGS =
      new Tags(
          new LanguageGuess("en", 0.9),
          List.of(new TopicScore(SPORT, "sport", 0.8, List.of("rowers"))),
          Map.of(SPORT, 0.8),
          List.of(),
          new DatelineLine("BTA", "VARNA", new TextSpan(0, 11, "VARNA (BTA)")),
          List.of("rowers"),
          List.of("BG"),
          List.of(new StageVersion("topics", "3")));

  @Test
  void theFewFieldsThatMostWant() {
    JsonNode json = TaggedJson.of(ARTICLE, TAGS, false, false);

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "url",
            "source",
            "title",
            "text",
            "language",
            "publishedAt",
            "topics",
            "entities");
    assertThat(json.at("/topics/0").has("evidence")).isFalse();
  }

  @Test
  void allThatTheEventHas() {
    JsonNode json = TaggedJson.of(ARTICLE, TAGS, true, true);

    assertThat(json.at("/topics/0/evidence/0").asText()).isEqualTo("rowers");
    assertThat(json.at("/dateline/place").asText()).isEqualTo("VARNA");
    assertThat(json.at("/keyphrases/0").asText()).isEqualTo("rowers");
    assertThat(json.at("/focus/0").asText()).isEqualTo("BG");
    assertThat(json.at("/taggedBy/0/stage").asText()).isEqualTo("topics");
    assertThat(json.at("/scores/" + SPORT).asDouble()).isEqualTo(0.8);
  }
}
