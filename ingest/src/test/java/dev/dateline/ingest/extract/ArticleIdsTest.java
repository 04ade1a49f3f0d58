package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdsTest {

  @Test
  void theIdOfAnAddressNeverChanges() {
    assertThat(id("s", new ArticleDraft().url("https://paper.example/a")))
        .isEqualTo("iokly24ewhxxrie3xwxq6yxnhr")
        .isEqualTo(id("other", new ArticleDraft().url("https://paper.example/a").guid("g")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://paper.example/a",
        "HTTPS://Paper.Example:443/a#top",
        "https://paper.example/b/../a?utm_source=x&fbclid=1",
        "https://paper.example./%61?"
      })
  void waysToWriteAnAddressGiveOneId(String address) {
    String written = address.replace("%61", "a");

    assertThat(id("s", new ArticleDraft().url(written)))
        .isEqualTo(id("s", new ArticleDraft().url("https://paper.example/a")));
  }

  @ParameterizedTest
  @CsvSource({
    "https://paper.example/a?id=1, https://paper.example/a?id=2",
    "https://paper.example/a, https://paper.example/A",
    "https://paper.example/a, https://www.paper.example/a"
  })
  void differentPagesHaveDifferentIds(String one, String other) {
    assertThat(id("s", new ArticleDraft().url(one)))
        .isNotEqualTo(id("s", new ArticleDraft().url(other)));
  }

  @Test
  void aGuidCountsWithinItsSource() {
    ArticleDraft draft = new ArticleDraft().guid("urn:1");

    assertThat(id("one", draft)).isEqualTo(id("one", draft)).isNotEqualTo(id("two", draft));
  }

  @Test
  void withoutBothThePlaceInTheSourceCounts() {
    ExtractedArticle article = new ArticleDraft().prose("Text.").build().orElseThrow();

    String file = ArticleIds.of("s", article, "a.jsonl", OptionalInt.empty());

    assertThat(file)
        .matches("[a-z2-7]{26}")
        .isNotEqualTo(ArticleIds.of("s", article, "a.jsonl", OptionalInt.of(0)))
        .isNotEqualTo(ArticleIds.of("s", article, "b.jsonl", OptionalInt.empty()));
  }

  private static String id(String source, ArticleDraft draft) {
    ExtractedArticle article = draft.prose("Text.").build().orElseThrow();
    return ArticleIds.of(source, article, "file.txt", OptionalInt.empty());
  }
}
