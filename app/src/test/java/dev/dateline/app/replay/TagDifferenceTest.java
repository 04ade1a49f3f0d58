package dev.dateline.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.Article;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.EntityType;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.Topic;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TagDifferenceTest {

  @Test
  void namesWhatIsAddedAndWhatIsGone() {
    EnrichedArticle before = article(List.of("sport", "arts"), List.of("wikidata:Q1", "Jana"));
    EnrichedArticle after = article(List.of("labour", "sport"), List.of("Jana", "wikidata:Q2"));

    TagDifference difference = TagDifference.between(before, TagNames.of(after));

    assertThat(difference)
        .isEqualTo(
            new TagDifference(
                "a",
                3,
                "Title",
                List.of("labour"),
                List.of("arts"),
                List.of("wikidata:Q2"),
                List.of("wikidata:Q1")));
    assertThat(ReplaySummary.NONE.plus(difference).plusFailed())
        .isEqualTo(new ReplaySummary(1, 1, 1, 1, 1, 1, 1));
  }

  @Test
  void orderAndScoresMakeNoDifference() {
    EnrichedArticle before = article(List.of("sport", "arts"), List.of("Jana"));

    TagDifference difference =
        TagDifference.between(
            before, TagNames.of(article(List.of("arts", "sport"), List.of("Jana", "Jana"))));

    assertThat(difference.isEmpty()).isTrue();
    assertThat(ReplaySummary.NONE.plus(difference).different()).isZero();
  }

  private static EnrichedArticle article(List<String> topics, List<String> entities) {
    Article article =
        Article.newBuilder()
            .setId("a")
            .setTitle("Title")
            .setText("Text")
            .setObservedAt(Instant.EPOCH)
            .setSource(new Source("feed", "feed", null))
            .setProvenance(new Provenance("a", null, "text/plain", "UTF-8", 1L, "0"))
            .build();
    Stream<Entity> named =
        entities.stream()
            .map(
                name ->
                    Entity.newBuilder()
                        .setType(EntityType.PERSON)
                        .setName(name)
                        .setId(name.contains(":") ? name : null)
                        .build());
    return EnrichedArticle.newBuilder()
        .setId("a")
        .setRevision(3)
        .setChange(Change.CREATED)
        .setArticle(article)
        .setTopics(topics.stream().map(code -> new Topic(code, code, 0.5f, List.of())).toList())
        .setEntities(named.toList())
        .setEnrichedAt(Instant.EPOCH)
        .build();
  }
}
