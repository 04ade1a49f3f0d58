package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdTest {

  private static final String OTHER =
      "{\"@type\":\"NewsArticle\",\"headline\":\"Another story\",\"url\":\"https://h.example/other\","
          + "\"datePublished\":\"2020-01-01\",\"author\":{\"name\":\"Bob Sail\"}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"url\":\"http://h.example/mill?utm_source=x\"",
        "\"mainEntityOfPage\":{\"@id\":\"https://h.example/mill\"}",
        "\"@id\":\"https://h.example/mill#article\"",
        "\"headline\":\"Town buys &quot;mill&quot;\"",
      })
  void ofSeveralArticlesThatOfThePageIsTaken(String own) {
    ExtractedArticle article =
        page(
            "[%s,{\"@type\":\"NewsArticle\",%s,\"author\":{\"name\":\"Ann Oar\"}}]"
                .formatted(OTHER, own));

    assertThat(article.authors()).containsExactly("Ann Oar");
    assertThat(article.publishedAt()).isNull();
  }

  @Test
  void theFirstOfSeveralIsTakenWhereNoneIsKnownByItsNames() {
    String second = "{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ann Oar\"}}";

    assertThat(page("[%s,%s]".formatted(OTHER, second)).authors()).containsExactly("Bob Sail");
    assertThat(page(OTHER).authors()).containsExactly("Bob Sail");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"item\":%s}]}",
        "{\"@type\":\"CollectionPage\",\"hasPart\":[%s]}",
        "{\"@type\":\"WebPage\",\"mentions\":%s}",
      })
  void anArticleThatThePageOnlyRefersToIsNotTaken(String around) {
    ExtractedArticle article = page(around.formatted(OTHER));

    assertThat(article.authors()).isEmpty();
    assertThat(article.publishedAt()).isNull();
  }

  @Test
  void allNamesOfAnAuthorAreAuthors() {
    String author = "{\"@type\":\"Person\",\"name\":[\"Ann Oar\",\"Bob Sail\"]}";

    assertThat(page("{\"@type\":\"NewsArticle\",\"author\":" + author + "}").authors())
        .containsExactly("Ann Oar", "Bob Sail");
    assertThat(page("{\"@type\":\"NewsArticle\",\"creator\":" + author + "}").authors())
        .containsExactly("Ann Oar", "Bob Sail");
  }

  private static ExtractedArticle page(String json) {
    return Reading.article(
        "<html><head><link rel='canonical' href='https://h.example/mill'><script type='application/ld+json'>"
            + json
            + "</script></head><body><h1>Town buys \"mill\"</h1><p>The council has bought the old"
            + " mill by the river.</p></body></html>",
        "page.html");
  }
}
