package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.text.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Mira Held | Mira Held",
        "Von Jan Berg und Ute Sand | Jan Berg und Ute Sand",
        "Posted by Mira Held on May 3, 2026 | Mira Held",
        "Veröffentlicht von Jan Berg am 3. Mai 2026 | Jan Berg",
        "Автор: Ивета Донева | Ивета Донева",
        "Par Luc Morel, 12:30 | Luc Morel",
        "Mira Held · 4 comments | Mira Held",
        "writer77 | writer77",
      })
  void takesTheNameOutOfTheLine(String line, String expected) {
    assertThat(Byline.name(line)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "by",
    "12.05.2026",
    "https://a.example/mira",
    "all of these are far too many words for a name"
  })
  void takesNothingElseForAName(String line) {
    assertThat(Byline.name(line)).isEmpty();
  }

  @Test
  void passesOverTheWritersOfComments() {
    String page =
        """
        <article><h1>A quay</h1><p class="post-meta">by <a rel="author" href="/a/mira">Mira Held</a></p></article>
        <div class="comments"><span class="author">Someone Else</span></div>
        """;

    assertThat(Byline.of(Markup.parse(page))).contains("Mira Held");
    assertThat(Byline.of(Markup.parse(page.substring(page.indexOf("<div"))))).isEmpty();
  }
}
