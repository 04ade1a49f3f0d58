package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {

  private static final String PARAGRAPHS =
      "<p>The council of the small town has bought the old mill by the river, and wants to turn it"
          + " into a school for boat builders.</p><p>It will open in the spring of next year, said"
          + " <a href='/m'>the mayor</a>, if the roof is mended by then &amp; paid for.</p>";
  private static final String TEXT =
      "The council of the small town has bought the old mill by the river, and wants to turn it"
          + " into a school for boat builders.\n\nIt will open in the spring of next year, said"
          + " the mayor, if the roof is mended by then & paid for.";
  private static final String FURNITURE =
      "<nav><a href='/'>Home</a></nav><div class='cookie-banner'><p>We and our partners use cookies"
          + " to measure how our pages are read by you.</p></div>%s<aside><p>More about boats and"
          + " about mills in this part of the country.</p></aside><footer><p>Imprint and contact of"
          + " the paper, all rights reserved.</p></footer>";

  @Test
  void jsonLdIsBelievedFirst() {
    ExtractedArticle article =
        page(
            """
            <title>Mill bought | The Boat</title>
            <link rel="canonical" href="/town/mill?utm_source=x#top">
            <meta property="og:title" content="Another title">
            <script type="application/ld+json">
            {"@context":"https://schema.org","@graph":[
             {"@type":"Organization","@id":"#boat","name":"The Boat"},
             {"@type":["Thing","NewsArticle"],"headline":"Town buys &quot;mill&quot;",
              "datePublished":"2026-11-02T08:00:00+0100","dateModified":"2026-11-02T10:30:00Z",
              "author":[{"@type":"Person","name":"Ann Oar"},"Bob Sail"],
              "publisher":{"@id":"#boat"},"inLanguage":"en_GB","articleSection":["Town","Work"],
              "image":{"@type":"ImageObject","url":"/i/mill.jpg"}}]}
            </script>
            """,
            "<main><h1>Town buys \"mill\"</h1>" + PARAGRAPHS + "</main>",
            "https://boat.example/town/mill.html");

    assertThat(article.title()).isEqualTo("Town buys \"mill\"");
    assertThat(article.url()).isEqualTo("https://boat.example/town/mill");
    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-11-02T07:00:00Z"));
    assertThat(article.updatedAt()).isEqualTo(Instant.parse("2026-11-02T10:30:00Z"));
    assertThat(article.authors()).containsExactly("Ann Oar", "Bob Sail");
    assertThat(article.publisher()).isEqualTo("The Boat");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.categories()).containsExactly("Town", "Work");
    assertThat(article.image()).isEqualTo("https://boat.example/i/mill.jpg");
    assertThat(article.text()).isEqualTo(TEXT);
  }

  @Test
  void brokenJsonLdLeavesTheRestToTell() {
    ExtractedArticle article =
        page(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\", oops</script>"
                + "<meta property='og:title' content='From the graph - The Boat'>"
                + "<meta property='og:site_name' content='The Boat'>"
                + "<meta property='article:published_time' content='2026-11-02'>"
                + "<meta name='author' content='Ann Oar'>",
            "<div>" + PARAGRAPHS + "</div>",
            "page.html");

    assertThat(article.title()).isEqualTo("From the graph");
    assertThat(article.publisher()).isEqualTo("The Boat");
    assertThat(article.authors()).containsExactly("Ann Oar");
    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-11-02T00:00:00Z"));
    assertThat(article.text()).isEqualTo(TEXT);
  }

  @Test
  void quotesThatNobodyEscapedInJsonLdAreMended() {
    String head =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Town buys \"mill\", at"
            + " last\",\"author\":{\"name\":\"Ann Oar\"}}</script>";

    assertThat(page(head, PARAGRAPHS, "p.html").title()).isEqualTo("Town buys \"mill\", at last");
    assertThat(page(head, PARAGRAPHS, "p.html").authors()).containsExactly("Ann Oar");
  }

  @Test
  void theAuthorAndTheDateOfAPageCountWhereItDescribesNoArticle() {
    String head =
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\",\"author\":{\"@id\":\"#ann\"},"
            + "\"datePublished\":\"2026-11-02T08:00:00Z\"},{\"@type\":\"Person\",\"@id\":\"#ann\","
            + "\"name\":\"Ann Oar\"}]}</script>";

    ExtractedArticle article = page(head, PARAGRAPHS, "p.html");

    assertThat(article.authors()).containsExactly("Ann Oar");
    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // an account, an organisation, the site itself, somebody in his role: the byline says who
        // it was
        "ann_oar | Ann Oar",
        "The Boat | Ann Oar",
        "Boat Editorial Team | Ann Oar",
        "/authors/ann | Ann Oar",
        "Boat expert Ann Oar | Ann Oar",
        // the first name of two, and of the whole name
        "Ann Oar | Ann Oar and Bob Sail",
        "Ann | Ann Oar",
        "River Foundation Ltd | Ann Oar",
      })
  void aBylineThatSaysMoreThanMetadataIsBelieved(String metadata, String byline) {
    ExtractedArticle article =
        page(
            "<title>Town buys mill - The Boat</title><script type='application/ld+json'>"
                + "{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"%s\"}}</script>"
                    .formatted(metadata),
            "<p class='byline'>By " + byline + "</p>" + PARAGRAPHS,
            "p.html");

    assertThat(String.join(" and ", article.authors())).isEqualTo(byline);
  }

  @Test
  void theSiteIsNoAuthorBesideAPerson() {
    String head =
        "<meta property='og:site_name' content='The Boat'><script type='application/ld+json'>"
            + "{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"The Boat\"}%s]}</script>";

    assertThat(page(head.formatted(""), PARAGRAPHS, "p.html").authors())
        .containsExactly("The Boat");
    assertThat(page(head.formatted(",{\"name\":\"Ann Oar\"}"), PARAGRAPHS, "p.html").authors())
        .containsExactly("Ann Oar");
  }

  @Test
  void authorsOfOtherThingsInMicrodataAreNone() {
    String body =
        "<div itemscope itemtype='https://schema.org/Article'><span itemprop='author'>Ann Oar</span>%s"
            + "<p itemscope itemtype='https://schema.org/Book'><b itemprop='author'>Bob Sail</b></p></div>";

    assertThat(page("", body.formatted(PARAGRAPHS), "p.html").authors()).containsExactly("Ann Oar");
  }

  @Test
  void aBylineOfSomebodyElseDoesNotReplaceAPersonInMetadata() {
    ExtractedArticle article =
        page(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":"
                + "{\"name\":\"Ann Oar\"}}</script>",
            "<p class='byline'>By Bob Sail</p>" + PARAGRAPHS,
            "p.html");

    assertThat(article.authors()).containsExactly("Ann Oar");
  }

  @Test
  void microdataIsRead() {
    ExtractedArticle article =
        page(
            "",
            "<article itemscope itemtype='https://schema.org/NewsArticle'>"
                + "<h1 itemprop='headline'>Town buys mill</h1>"
                + "<span itemprop='author' itemscope><b itemprop='name'>Ann Oar</b></span>"
                + "<time itemprop='datePublished' datetime='2026-11-02T08:00Z'>today</time>"
                + "<div itemprop='articleBody'>"
                + PARAGRAPHS
                + "</div></article>",
            "page.html");

    assertThat(article.title()).isEqualTo("Town buys mill");
    assertThat(article.authors()).containsExactly("Ann Oar");
    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
    assertThat(article.text()).isEqualTo(TEXT);
  }

  @Test
  void aWholePageInsideOfAFormOrASuspectClassIsStillRead() {
    assertThat(page("", "<form>" + PARAGRAPHS + "</form>", "p.html").text()).isEqualTo(TEXT);
    assertThat(page("", "<div class='comment-page'>" + PARAGRAPHS + "</div>", "p.html").text())
        .isEqualTo(TEXT);
  }

  @Test
  void headingsOverListsOfLinksGoWithTheirLinks() {
    String links = "<ul><li><a href='/a'>Mills</a></li><li><a href='/b'>Rivers</a></li></ul>";
    String body =
        "<div>%s<h3>Related</h3>%s<h2>The town</h2><h3>Its mayor</h3><p>She is glad.</p>"
                .formatted(PARAGRAPHS, links)
            + "<h2>More on this</h2>%s</div>".formatted(links);

    assertThat(page("", body, "p.html").text())
        .isEqualTo(TEXT + "\n\nThe town\n\nIts mayor\n\nShe is glad.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='jp-relatedposts'><p>The council sold its old bridge by the river.</p></div>",
        "<div class='author-bio'><p>She has written about mills for twenty years.</p></div>",
        "<p class='postmetadata'>This was posted on Monday in mills and rivers.</p>",
      })
  void whatIsAddedBelowTheTextIsNoneOfIt(String added) {
    assertThat(page("", "<div>" + PARAGRAPHS + added + "</div>", "p.html").text()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "has-sidebar",
        "layout hasRightSidebar",
        "elementor-widget-container",
        "no-sidebar"
      })
  void namesThatSayWhatStandsElsewhereDoNotCount(String name) {
    String body =
        "<div class='x'><div class='%s'>%s</div></div><div>%s</div>"
            .formatted(name, PARAGRAPHS, PARAGRAPHS.repeat(3));

    assertThat(page("", body, "p.html").text()).startsWith(TEXT + "\n\n" + TEXT);
  }

  @Test
  void howIdeographsAreReadIsNoPartOfTheText() {
    String ruby = "<ruby>町<rp>(</rp><rt>まち</rt><rp>)</rp></ruby>";

    assertThat(page("", "<p>" + ruby + "は古い水車を買った。</p>", "p.html").text()).isEqualTo("町は古い水車を買った。");
  }

  @Test
  void softHyphensAndSpacesThatDoNotBreakAreLeftOut() {
    String body =
        PARAGRAPHS.replace("council", "coun&shy;cil").replace("old mill", "old&nbsp;mill");

    assertThat(page("", body, "p.html").text()).isEqualTo(TEXT);
  }

  @Test
  void marksOfFootnotesDoNotStickToWords() {
    String marked =
        PARAGRAPHS
            .replace("by the river", "by the river<sup id='r1'><a href='#n1'>[1]</a></sup>")
            .replace("the roof", "the roof<a href='/p#n2'><sup>2</sup></a>");

    assertThat(page("", marked, "p.html").text()).isEqualTo(TEXT);
  }

  @Test
  void whatIsRaisedAndIsNoLinkStays() {
    String measured = PARAGRAPHS.replace("old mill", "mill of 300 m<sup>2</sup>");

    assertThat(page("", measured, "p.html").text()).contains("mill of 300 m2 by the river");
  }

  @Test
  void theTitleElementLosesTheNameOfTheSite() {
    assertThat(page("<title>Town buys mill - The Boat</title>", PARAGRAPHS, "p.html").title())
        .isEqualTo("Town buys mill");
  }

  @Test
  void theTitleElementIsFoundBehindAHeadThatEndedEarly() {
    String head = "<b>Warning</b>: no cache<title>Town buys mill - The Boat</title>";

    assertThat(page(head, PARAGRAPHS, "p.html").title()).isEqualTo("Town buys mill");
    assertThat(page("<svg><title>Menu</title></svg>" + head, PARAGRAPHS, "p.html").title())
        .isEqualTo("Town buys mill");
  }

  @Test
  void aHeadingLosesTheNameOfTheSiteThatATitleDoesNotHave() {
    String head =
        "<title>Town buys mill | The Boat</title><meta property='og:title' content='Town buys mill'>";

    assertThat(page(head, "<h1>Town buys mill | The Boat</h1>" + PARAGRAPHS, "p.html").title())
        .isEqualTo("Town buys mill");
  }

  @Test
  void aTitleThatThePageDoesNotShowGivesWayToTheHeadingOverTheText() {
    String head = "<title>Reports of the town council</title>";
    String list = "<h3>Elsewhere</h3><ul><li><a href='/a'>A</a></li></ul>";
    String body = list + "<h3>Town buys mill</h3>" + PARAGRAPHS + "<h4>Reactions</h4><p>None.</p>";

    ExtractedArticle article = page(head, body, "p.html");

    assertThat(article.title()).isEqualTo("Town buys mill");
    assertThat(article.text()).contains("The council").doesNotContain("Town buys mill");
  }

  @ParameterizedTest
  @CsvSource({"Boats 24, A tool for boat builders", "Town buys mill, Town buys mill"})
  void aTitleThatIsStatedGivesWayToAHeadingOfSeveralWordsAlone(String heading, String title) {
    String head = "<meta property='og:title' content='A tool for boat builders'>";

    assertThat(page(head, "<h3>" + heading + "</h3>" + PARAGRAPHS, "p.html").title())
        .isEqualTo(title);
  }

  @Test
  void aHeadlineInMicrodataIsBelievedBeforeTheHeadingOverTheText() {
    String body =
        "<div itemscope itemtype='https://schema.org/NewsArticle'>"
            + "<meta itemprop='headline' content='Council buys the mill'><h3>Town news of today</h3>"
            + PARAGRAPHS
            + "</div>";

    assertThat(page("<title>Reports</title>", body, "p.html").title())
        .isEqualTo("Council buys the mill");
  }

  @Test
  void aTitleThatThePageShowsStaysTheHeadline() {
    String head = "<title>Town buys mill</title>";
    String body = "<div>Town buys mill</div><h3>The vote</h3>" + PARAGRAPHS;

    assertThat(page(head, body, "p.html").title()).isEqualTo("Town buys mill");
  }

  @ParameterizedTest
  @ValueSource(strings = {"boat.example | News", "The Boat", "Boat"})
  void theNameOfTheSiteGivesWayToALineOverTheText(String title) {
    String head = "<title>%s</title><meta property='og:site_name' content='The Boat'>";
    String logo = "<nav><a href='/'>The Boat</a> at boat.example</nav>";
    String body = logo + "<p>2026-11-02 | News</p><p><b>Town buys mill</b></p>";

    assertThat(page(head.formatted(title), body + PARAGRAPHS, "p.html").title())
        .isEqualTo("Town buys mill");
  }

  @Test
  void aDeclaredCharsetIsFoundInTheHead() {
    byte[] page =
        ("<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>"
                + "</head><body><p>Да</p></body></html>")
            .getBytes(Charset.forName("windows-1251"));

    assertThat(
            Reading.article(new ArticleReader(ExtractLimits.DEFAULT).read(page, "p.html")).text())
        .isEqualTo("Да");
  }

  @Test
  void readsWhatAPageReserves() {
    String head =
        "<meta name='TDM-Reservation' content='1'><meta name='tdm-policy'"
            + " content='https://boat.example/tdm'><meta name=robots content='index, NoAI'>"
            + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
            + "\"isAccessibleForFree\":\"https://schema.org/False\"}</script>";

    assertThat(page(head, PARAGRAPHS, "p.html").rights())
        .isEqualTo(new PageRights(true, "https://boat.example/tdm", true, false));
    assertThat(page("<meta name=robots content='noairport'>", PARAGRAPHS, "p.html").rights())
        .isEqualTo(PageRights.UNSTATED);
    assertThat(
            page("<meta property='article:content_tier' content='free'>", PARAGRAPHS, "p.html")
                .rights()
                .free())
        .isTrue();
  }

  @Test
  void aPageWithoutTextIsEmpty() {
    assertThat(Reading.rejected("<html><body><img src=x></body></html>", "p.html").message())
        .contains("no text");
  }

  private static ExtractedArticle page(String head, String body, String location) {
    String html =
        "<!DOCTYPE html><html lang='en'><head>%s</head><body>%s</body></html>"
            .formatted(head, FURNITURE.formatted(body));
    return Reading.article(html, location);
  }
}
