package dev.dateline.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.schemas.Dateline;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleJsonTest {

  @Test
  void taggedHasExactlyTheFieldsOfTheTagCommand() {
    EnrichedArticle event = Events.bulgarian().build();

    String json = ArticleJson.tagged(event).toString();

    assertThat(json)
        .isEqualTo(
            "{\"id\":\"a1\",\"url\":\"https://example.org/a1\",\"source\":\"folder-1\","
                + "\"title\":\"Среща в Пекин\",\"text\":\"Китай прие делегация.\","
                + "\"language\":\"bg\",\"publishedAt\":\"2026-03-01T12:00:00Z\","
                + "\"topics\":[{\"code\":\"medtop:11000000\","
                + "\"name\":\"politics and government\",\"score\":0.8}],"
                + "\"entities\":[{\"type\":\"PLACE\",\"name\":\"Китай\",\"id\":\"wikidata:Q148\","
                + "\"mentions\":[{\"start\":0,\"end\":5,\"text\":\"Китай\"}]},"
                + "{\"type\":\"PERSON\",\"name\":\"Иван Петров\",\"mentions\":[]}]}");
  }

  @Test
  void fullKeepsTheTaggedFieldsAndAddsTheRest() {
    EnrichedArticle event = Events.bulgarian().build();

    JsonNode json = ArticleJson.full(event);

    assertThat(names(json)).containsAll(names(ArticleJson.tagged(event)));
    assertThat(json.path("revision").asInt()).isEqualTo(2);
    assertThat(json.path("change").asText()).isEqualTo("REVISED");
    assertThat(json.at("/topics/0/evidence/0").asText()).isEqualTo("министър");
    assertThat(json.at("/entities/0/englishName").asText()).isEqualTo("China");
  }

  @Test
  void unknownFieldsAtTheTopAreNull() {
    EnrichedArticle event =
        Events.bulgarian()
            .setLanguage(null)
            .setArticle(Events.article().setUrl(null).setPublishedAt(null).build())
            .build();

    JsonNode json = ArticleJson.tagged(event);

    assertThat(List.of(json.get("url"), json.get("language"), json.get("publishedAt")))
        .allMatch(JsonNode::isNull);
  }

  @Test
  void theSourceIsThePublisherThenTheDatelineThenTheId() {
    Dateline dateline = Dateline.newBuilder().setSource("Агенция").setText("/Агенция/").build();
    EnrichedArticle dated = Events.bulgarian().setDateline(dateline).build();
    Source named = Source.newBuilder().setId("f").setKind("feed").setName("Вестник").build();
    EnrichedArticle both =
        Events.bulgarian()
            .setDateline(dateline)
            .setArticle(Events.article().setSource(named).build())
            .build();

    assertThat(ArticleJson.source(Events.bulgarian().build())).isEqualTo("folder-1");
    assertThat(ArticleJson.source(dated)).isEqualTo("Агенция");
    assertThat(ArticleJson.source(both)).isEqualTo("Вестник");
  }

  private static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
