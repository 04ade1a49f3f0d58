package dev.dateline.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleFilterTest {

  private static final EnrichedArticle EVENT = Events.bulgarian().build();

  @Test
  void anEmptyFilterTakesEverything() {
    assertThat(ArticleFilter.ALL.test(EVENT)).isTrue();
    assertThat(new ArticleFilter(List.of(""), List.of(" "), List.of()).test(EVENT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "medtop:11000000",
        "11000000",
        "politics",
        "Politics and government",
        "politics-and-government"
      })
  void topicsMatchByCodeSlugAndBeginning(String topic) {
    assertThat(topics(topic).test(EVENT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"medtop:1100000", "1000000", "government", "sport", "-"})
  void topicsDoNotMatchByPartsElsewhere(String topic) {
    assertThat(topics(topic).test(EVENT)).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wikidata:Q148", "WIKIDATA:q148", "китай", "China", "иван петров"})
  void entitiesMatchByIdAndName(String entity) {
    assertThat(entities(entity).test(EVENT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wikidata:Q14", "Кит", "Петров"})
  void entitiesDoNotMatchByParts(String entity) {
    assertThat(entities(entity).test(EVENT)).isFalse();
  }

  @Test
  void aLanguageTakesItsVariantsAndNotItsNeighbours() {
    EnrichedArticle chinese =
        Events.bulgarian()
            .setLanguage(Language.newBuilder().setTag("zh-Hant").setConfidence(1).build())
            .build();

    assertThat(languages("ZH").test(chinese)).isTrue();
    assertThat(languages("zh-Hant").test(chinese)).isTrue();
    assertThat(languages("z").test(chinese)).isFalse();
    assertThat(languages("zh-Hans").test(chinese)).isFalse();
  }

  @Test
  void oneOfAKindSufficesAndAllKindsMustHold() {
    assertThat(languages("en", "bg").test(EVENT)).isTrue();
    assertThat(new ArticleFilter(List.of("bg"), List.of("politics"), List.of("China")).test(EVENT))
        .isTrue();
    assertThat(new ArticleFilter(List.of("bg"), List.of("sport"), List.of("China")).test(EVENT))
        .isFalse();
  }

  @Test
  void anEventWithoutLanguageMatchesNoLanguage() {
    assertThat(languages("bg").test(Events.bulgarian().setLanguage(null).build())).isFalse();
  }

  private static ArticleFilter languages(String... languages) {
    return new ArticleFilter(List.of(languages), List.of(), List.of());
  }

  private static ArticleFilter topics(String... topics) {
    return new ArticleFilter(List.of(), List.of(topics), List.of());
  }

  private static ArticleFilter entities(String... entities) {
    return new ArticleFilter(List.of(), List.of(), List.of(entities));
  }
}
