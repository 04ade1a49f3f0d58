package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.extract.Extraction.Skipped;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NinjsTest {

  @Test
  void version1IsRead() {
    ExtractedArticle article =
        Reading.article(
            """
            {"uri": "urn:x:1", "type": "text", "versioncreated": "2026-11-02T09:00:00+01:00",
             "firstcreated": "2026-11-01T09:00:00Z", "language": "de", "byline": "Ann Oar",
             "headline": "Mühle gekauft", "copyrightholder": "Bootsbote",
             "description_text": "Ein Satz dazu.",
             "subject": [{"scheme": "http://cv.iptc.org/newscodes/mediatopic/", "code": "05000000"},
                         {"name": "Handwerk"}],
             "body_html": "<p>Die Stadt hat<br>gekauft.</p><p>Im Mai geht es los.</p>",
             "associations": {"main": {"type": "picture",
               "renditions": {"r": {"href": "https://boat.example/i.jpg"}}}}}
            """,
            "a.json");

    assertThat(article.guid()).isEqualTo("urn:x:1");
    assertThat(article.url()).isNull();
    assertThat(article.title()).isEqualTo("Mühle gekauft");
    assertThat(article.text()).isEqualTo("Die Stadt hat\ngekauft.\n\nIm Mai geht es los.");
    assertThat(article.summary()).isEqualTo("Ein Satz dazu.");
    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-11-01T09:00:00Z"));
    assertThat(article.updatedAt()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
    assertThat(article.categories()).containsExactly("medtop:05000000", "Handwerk");
    assertThat(article.publisher()).isEqualTo("Bootsbote");
    assertThat(article.image()).isEqualTo("https://boat.example/i.jpg");
  }

  @Test
  void version3WritesItsNamesInCamelCaseAndTheMainPartsCount() {
    ExtractedArticle article =
        Reading.article(
            """
            {"uri": "urn:x:2", "versionCreated": "2026-11-02T09:00:00Z", "by": "Ann Oar",
             "headlines": [{"role": "short", "value": "Mill"},
                           {"role": "main", "contentType": "text/plain", "value": "Town buys mill"}],
             "bodies": [{"role": "teaser", "value": "A teaser that is longer than the body is."},
                        {"role": "main", "contentType": "text/html", "value": "<p>A.</p><p>B.</p>"}],
             "subjects": [{"uri": "http://cv.iptc.org/newscodes/mediatopic/20000718", "name": "x"}],
             "infoSources": [{"name": "The Boat"}]}
            """,
            "a.json");

    assertThat(article.title()).isEqualTo("Town buys mill");
    assertThat(article.text()).isEqualTo("A.\n\nB.");
    assertThat(article.categories()).containsExactly("medtop:20000718");
    assertThat(article.publisher()).isEqualTo("The Boat");
    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
  }

  @Test
  void mediaTopicsAreKnownHoweverTheirSchemeIsWrittenAndOtherSubjectsByTheirNames() {
    ExtractedArticle article =
        Reading.article(
            """
            {"uri": "urn:x:6", "body_text": "The town buys the mill.",
             "subject": [{"scheme": "medtop", "code": "20000718", "name": "a"},
                         {"scheme": "http://cv.iptc.org/newscodes/mediatopic", "code": "05000000"},
                         {"code": "medtop:11000000", "name": "c"},
                         {"uri": "https://boat.example/t/9", "literal": "medtop:20000574"},
                         {"uri": "https://boat.example/t/1", "name": "Mills"}],
             "place": [{"name": "Varna"}], "organisation": [{"name": "The Boat"}]}
            """,
            "a.json");

    assertThat(article.categories())
        .containsExactly(
            "medtop:20000718", "medtop:05000000", "medtop:11000000", "medtop:20000574", "Mills");
  }

  @Test
  void whoWroteItIsFoundAmongThePeopleWhereThereIsNoByline() {
    String people =
        "\"people\":[{\"name\":\"Ivo Kay\",\"rel\":\"about\"},"
            + "{\"name\":\"Ann Oar\",\"rel\":\"author\",\"contactInfo\":[{\"type\":\"email\"}]}]";

    assertThat(
            Reading.article("{\"uri\":\"u\",\"body_text\":\"T.\"," + people + "}", "a.json")
                .authors())
        .containsExactly("Ann Oar");
    assertThat(
            Reading.article(
                    "{\"uri\":\"u\",\"by\":\"Eve Sail\",\"body_text\":\"T.\"," + people + "}",
                    "a.json")
                .authors())
        .containsExactly("Eve Sail");
  }

  @Test
  void theNamesOfABylineAreToldApart() {
    assertThat(
            Reading.article(
                    "{\"uri\":\"u\",\"byline\":\"By Ann Oar and Ivo Kay\",\"body_text\":\"T.\"}",
                    "a.json")
                .authors())
        .containsExactly("Ann Oar", "Ivo Kay");
    assertThat(
            Reading.article(
                    "{\"uri\":\"u\",\"by\":\"The Boat/oar\",\"body_text\":\"T.\"}", "a.json")
                .authors())
        .containsExactly("The Boat/oar");
  }

  @Test
  void paragraphsThatPlainTextHasLostAreThoseOfTheMarkup() {
    String markup = "<p>The town buys the mill.</p><p>It is old.</p>";
    String plain = "The town buys the mill. It is old.";

    assertThat(
            Reading.article(
                    "{\"uri\":\"u\",\"headline\":\"Mill\",\"body_text\":\""
                        + plain
                        + "\",\"body_xhtml\":\""
                        + markup
                        + "\"}",
                    "a.json")
                .text())
        .isEqualTo("The town buys the mill.\n\nIt is old.");
    assertThat(
            Reading.article(
                    "{\"uri\":\"u\",\"headline\":\"Mill\",\"bodies\":[{\"value\":\""
                        + plain
                        + " More.\"},{\"role\":\"html\",\"value\":\""
                        + markup
                        + "\"}]}",
                    "a.json")
                .text())
        .isEqualTo(plain + " More.");
  }

  @Test
  void theLeadImageIsTheLargestRenditionOfTheFirstPicture() {
    ExtractedArticle article =
        Reading.article(
            """
            {"uri": "u", "bodies": [{"value": "T."}], "associations": [
              {"type": "video", "renditions": [{"href": "https://boat.example/v.mp4", "width": 9}]},
              {"type": "picture", "renditions": [{"name": "thumbnail", "width": 100,
                "href": "https://boat.example/s.jpg"}, {"width": 900,
                "href": "https://boat.example/l.jpg"}, {"name": "none", "width": 2000}]}]}
            """,
            "a.json");

    assertThat(article.image()).isEqualTo("https://boat.example/l.jpg");
  }

  @Test
  void furtherHeadlinesAndDescriptionsStandInAndLiteralsNameSubjects() {
    ExtractedArticle article =
        Reading.article(
            """
            {"uri": "u", "body_html": "<p>T.</p>", "headline_web": "Town <i>buys</i> mill",
             "description_caption_xhtml": "<p>One sentence.</p>",
             "subject": [{"literal": "mills", "uri": "https://boat.example/t/1"}]}
            """,
            "a.json");

    assertThat(article.title()).isEqualTo("Town buys mill");
    assertThat(article.summary()).isEqualTo("One sentence.");
    assertThat(article.categories()).containsExactly("mills");
  }

  @Test
  void plansOfEventsArePassedOver() {
    String dates = "\"eventDetails\":{\"dates\":{}},\"descriptions\":[{\"value\":\"A race.\"}]";
    assertThat(Reading.all("{\"uri\":\"u\",\"type\":\"event\"," + dates + "}", "a.json"))
        .singleElement()
        .isInstanceOf(Skipped.class);
    assertThat(Reading.all("{\"uri\":\"u\"," + dates + "}", "a.json"))
        .singleElement()
        .isInstanceOf(Skipped.class);
  }

  @Test
  void aCancelledItemIsAWithdrawal() {
    ExtractedArticle article =
        Reading.article("{\"uri\": \"urn:x:3\", \"pubstatus\": \"canceled\"}", "a.json");

    assertThat(article.withdrawn()).isTrue();
    assertThat(article.guid()).isEqualTo("urn:x:3");
  }

  @Test
  void picturesAndWithheldItemsArePassedOver() {
    assertThat(Reading.all("{\"uri\": \"urn:x:4\", \"type\": \"picture\"}", "a.json"))
        .singleElement()
        .isInstanceOf(Skipped.class);
    assertThat(
            Reading.all(
                "{\"uri\": \"urn:x:5\", \"pubstatus\": \"withheld\", \"body_text\": \"t\"}",
                "a.json"))
        .singleElement()
        .isInstanceOf(Skipped.class);
  }

  @Test
  void aTextItemWithoutABodyIsABrief() {
    String brief = "{\"uri\":\"u\",\"type\":\"text\",\"description_text\":\"All of it.\"}";

    assertThat(Reading.article(brief, "a.json").text()).isEqualTo("All of it.");
  }

  @Test
  void anArrayIsReadItemByItem() {
    assertThat(Reading.all("[{\"uri\":\"1\",\"body_text\":\"One.\"}, 7]", "a.json"))
        .hasSize(2)
        .extracting(item -> item.origin().item().getAsInt())
        .containsExactly(0, 1);
  }
}
