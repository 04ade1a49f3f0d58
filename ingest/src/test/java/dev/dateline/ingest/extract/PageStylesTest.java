package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Styles of pages that are easily read wrong: saved, accelerated, of pictures, of code. */
class PageStylesTest {

  private static final String TEXT =
      "<p>The harbour board voted on Tuesday to close the east pier for two years.</p>"
          + "<p>The work begins in March, once the ferry company has moved its office.</p>";

  @Test
  void theHeadingOfATranslatorIsNotThatOfThePage() {
    String page =
        "<title>East pier closed for two years</title><body>"
            + TEXT
            + "<div id='goog-gt-tt' class='skiptranslate'><h1>Original text</h1></div>";

    assertThat(read(page).title()).isEqualTo("East pier closed for two years");
  }

  @Test
  void titlesThatWereEncodedTwiceAreDecodedTwice() {
    String page =
        "<meta property='og:title' content='Ferry &amp;amp; pier: what&amp;#8217;s next'>"
            + "<meta property='og:description' content='Board &amp;amp; anglers'><body>"
            + TEXT;

    assertThat(read(page).title()).isEqualTo("Ferry & pier: what’s next");
    assertThat(read(page).summary()).isEqualTo("Board & anglers");
    assertThat(read("<title>Ferry &amp;quot;Gull&amp;quot; sold</title><body>" + TEXT).title())
        .isEqualTo("Ferry \"Gull\" sold");
  }

  @Test
  void whatAnAdvertisementSaysOnAnAcceleratedPageIsNoText() {
    String page = "<body><article><h1>Pier closed</h1>" + TEXT;

    assertThat(read(page.replace("</p><p>", "</p><amp-ad><div>Promoted</div></amp-ad><p>")).text())
        .isEqualTo(read(page).text())
        .doesNotContain("Promoted");
  }

  @Test
  void linesOfCodeStayLines() {
    String page = "<body><article><h1>Ferries</h1>" + TEXT + "<pre><code>a = 1\nb = 2</code></pre>";

    assertThat(read(page).text()).contains("a = 1\nb = 2");
  }

  @Test
  void aGalleryIsReadByItsCaptions() {
    String gallery =
        "<body><h1>The last day of the pier</h1>"
            + picture("Anglers pack up their rods after forty years.")
            + picture("A ferry leaves from the old berth.")
            + picture("Workers carry the bell to the museum.");

    assertThat(read(gallery).text())
        .isEqualTo(
            "Anglers pack up their rods after forty years.\n\nA ferry leaves from the old berth."
                + "\n\nWorkers carry the bell to the museum.");
    assertThat(read(gallery + TEXT.repeat(2)).text()).doesNotContain("Anglers");
  }

  private static String picture(String caption) {
    return "<figure><img src='/a.jpg'><figcaption>" + caption + "</figcaption></figure>";
  }

  private static ExtractedArticle read(String page) {
    return Reading.article("<!doctype html>" + page, "page.html");
  }
}
