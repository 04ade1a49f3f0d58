package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.text.Markup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {

  @Test
  void passesOverTheWritersOfComments() {
    String page =
        """
        <article><h1>A quay</h1><p class="post-meta">by <a rel="author" href="/a/mira">Mira Held</a></p></article>
        <div class="comments"><span class="author">Someone Else</span></div>
        """;

    assertThat(of(page)).containsExactly("Mira Held");
    assertThat(of(page.substring(page.indexOf("<div")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class='byline'><a href='/author/mira'>Mira Held</a> and <a href='/author/jan'>Jan Berg</a></p>",
        "<span class='author'><span class='sr-only'>Author</span>Mira Held, Jan Berg, dpa</span>",
        "<div>12.05.2026 - Mira Held &amp; Jan Berg</div>",
        "<p>Datum: 12.05.2026 Autoren: Mira Held, Jan Berg</p>",
        "<em>Von Mira Held und Jan Berg</em>",
        "<div>Posted on September 21, 2026 by Mira Held and Jan Berg</div>",
        "<p>06.11.2026 13:30 von Mira Held und Jan Berg</p>",
        "<div><b class='authorDateLabel'>Autor:</b> Mira Held, Jan Berg<br><b>Quelle:</b> Hafenblatt</div>",
      })
  void findsAllNames(String page) {
    assertThat(of("<h1>A quay</h1>" + page)).containsExactly("Mira Held", "Jan Berg");
  }

  @Test
  void findsMoreNamesThanFitIntoOne() {
    assertThat(
            of(
                "<div><i>By</i><i>MIRA HELD, JAN BERG, Ute Sand and Anna Maria de la Cruz</i></div>"))
        .containsExactly("MIRA HELD", "JAN BERG", "Ute Sand", "Anna Maria de la Cruz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h5>Autor:</h5>Mira Held/HB-X",
        "<p>Courtesy of Hafenblatt<br>Written by: Mira Held</p>",
        "<div><p><strong>By</strong></p></div> <!-- name --> <div><p>Mira Held</p></div>",
        "<p><span class='screen-reader-text'>By </span><span>Mira Held</span> | 3 May</p>",
      })
  void findsTheNameBehindALabelOfItsOwn(String page) {
    assertThat(of("<h1>A quay</h1>" + page)).containsExactly("Mira Held");
  }

  @Test
  void takesTheWriterOfTheTextRatherThanThePublisher() {
    String page =
        "<span class='author'>Hafenblatt Online</span><h1>A quay</h1><p>Von Mira Held</p>";

    assertThat(Byline.of(Markup.parse(page), names -> !names.contains("Hafenblatt Online")))
        .containsExactly("Mira Held");
    assertThat(Byline.of(Markup.parse(page), names -> false)).containsExactly("Hafenblatt Online");
  }

  @Test
  void readsASignature() {
    String page = "<p>The quay is open.</p><p><em>Mira Held</em></p>";

    assertThat(Byline.signature(Markup.parse(page), "The quay is open.\n\nMira Held"))
        .contains("Mira Held");
    assertThat(Byline.signature(Markup.parse("<p>Mira Held</p>"), "It is open.\n\nMira Held"))
        .isEmpty();
    assertThat(Byline.signature(Markup.parse("<p><b>it is open</b></p>"), "it is open")).isEmpty();
  }

  @Test
  void readsNamesOfIdeographs() {
    assertThat(of("<h1>码头</h1><span>责任编辑： 李明</span>")).containsExactly("李明");
  }

  @Test
  void takesTheOnlyAuthorOfAPageOutOfASideColumn() {
    String box = "<div class='sidebar'><a rel='author' href='/m'>Mira Held</a></div>";

    assertThat(of("<h1>A quay</h1>" + box)).containsExactly("Mira Held");
    assertThat(of("<h1>A quay</h1>" + box + box.replace("Mira", "Anna"))).isEmpty();
  }

  @Test
  void takesNeitherTheNameOfTheSiteNorCodesForAnAuthor() {
    assertThat(of("<h1 class='author'><a class='fn' href='https://a.example/'>Hafenblatt</a></h1>"))
        .isEmpty();
    assertThat(of("<span class='post-author'>FR IT EN</span>")).isEmpty();
    assertThat(of("<span>Interview</span><h2>Jan Berg</h2>")).isEmpty();
  }

  private static List<String> of(String page) {
    return Byline.of(Markup.parse(page), names -> true);
  }
}
