package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.text.Markup;
import java.util.List;
import org.jsoup.nodes.Document;
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
        "<p class='author'>Mira Held im Gespräch mit Jan Berg</p>",
        "<p class='author'>By Mira Held, Staff Attorney, Harbour Law Project &amp; Jan Berg</p>",
        "<div class='main has-left-sidebar'><em>Von Mira Held und Jan Berg</em></div>",
        "<nav><p>von Recht und Gesetz</p></nav><em>Von Mira Held und Jan Berg</em>",
        "<p><b>And Harbour Chief Ute Sand</b> left.</p><em>Von Mira Held und Jan Berg</em>",
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

  @Test
  void findsAUserWhomALinkToAProfileNames() {
    String link = "<h3><a href='/profile/142450'>quay_fan</a></h3>";

    assertThat(of("<p><span>by</span> " + link + "</p>")).containsExactly("quay_fan");
    assertThat(of("<p>von <a href='/user/quay.html'>quay_fan</a> am 3.5.2026</p>"))
        .containsExactly("quay_fan");
    assertThat(of("<p>von <a href='/news/quay.html'>quay_fan</a> am 3.5.2026</p>")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='meta'>Posted in <a href='/c/sea'>Sea</a> by quayfan on May 3, 2026</div>",
        "<div class='meta'>Filed under: <a href='/c/sea'>Sea</a>, Port — quayfan @ 00:11 Tags:</div>",
        "<div>Abgelegt unter: Meer, Hafen — quayfan @ 00:11</div>",
      })
  void findsTheUserBehindWhereAnArticleWasFiled(String line) {
    assertThat(of(line)).containsExactly("quayfan");
    assertThat(of(line.replaceAll("(?:by|—) quayfan.*<", "no more<"))).isEmpty();
  }

  @Test
  void looksForPeopleBehindALineThatNamesThePublisher() {
    Document page =
        Markup.parse("<p>by Hafenblatt Online</p><p><em>Written by: Mira Held</em></p>");

    assertThat(Byline.of(page, names -> !names.contains("Hafenblatt Online")))
        .containsExactly("Mira Held");
    assertThat(Byline.of(page, names -> false)).containsExactly("Hafenblatt Online");
  }

  @Test
  void takesNeitherThePublisherNorItsInitialsForAnAuthorWhereThePageNamesOne() {
    String page =
        """
        <meta name="author" content="%s"><meta name="publisher" content="Hafen Blatt (hafen.example)">
        <h1>A quay</h1><p>Autorin: Mira Held</p><p>The quay was opened to the ships of the town.</p>
        """;

    assertThat(Reading.article(page.formatted("Hafen Blatt"), "a.html").authors())
        .containsExactly("Mira Held");
    assertThat(
            Reading.article(page.formatted("HB").replace(" (hafen.example)", ""), "a.html")
                .authors())
        .containsExactly("Mira Held");
    assertThat(Reading.article(page.formatted("Jan Berg"), "a.html").authors())
        .containsExactly("Jan Berg");
  }

  @Test
  void findsTheWholeNameOfAnAuthorBesideTheText() {
    String page =
        """
        <meta name="author" content="Mira"><h1>A quay</h1>
        <p>The quay was opened to the ships of the town.</p>
        <section class="sidebar"><p class="label">Contact</p><p class="full-name">Mira Held</p></section>
        """;

    assertThat(Reading.article(page, "a.html").authors()).containsExactly("Mira Held");
    assertThat(Reading.article(page.replace("full-name", "text"), "a.html").authors())
        .containsExactly("Mira");
  }

  private static List<String> of(String page) {
    return Byline.of(Markup.parse(page), names -> true);
  }
}
