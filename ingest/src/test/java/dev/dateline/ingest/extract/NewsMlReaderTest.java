package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.ingest.extract.Extraction.Skipped;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsMlReaderTest {

  private static final String XHTML =
      "<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'>"
          + "<head><title>no</title></head><body><header><h1>no</h1></header><h1>Town buys mill</h1>"
          + "<p>One <b>bold</b> word &amp; more.</p><p>Two.</p></body></html></inlineXML>";

  @Test
  void anItemIsRead() {
    ExtractedArticle article = Reading.article(item("urn:1", "stat:usable", XHTML), "a.xml");

    assertThat(article.guid()).isEqualTo("urn:1");
    assertThat(article.title()).isEqualTo("Town buys mill");
    assertThat(article.text()).isEqualTo("One bold word & more.\n\nTwo.");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.publisher()).isEqualTo("The Boat");
    assertThat(article.authors()).containsExactly("Ann Oar");
    assertThat(article.categories()).containsExactly("medtop:05000000", "medtop:09000000", "Mills");
    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-11-01T09:00:00Z"));
    assertThat(article.updatedAt()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
  }

  @Test
  void htmlInCdataIsReadAndPreferredToPlainParts() {
    String content =
        "<inlineData contenttype='text/plain'>A plain note that is longer than all.</inlineData>"
            + "<inlineData contenttype='text/html'><![CDATA[<p>One.</p><p>Two.</p>]]></inlineData>";

    assertThat(Reading.article(item("urn:1", "stat:usable", content), "a.xml").text())
        .isEqualTo("One.\n\nTwo.");
  }

  @Test
  void aMessageGivesItsItemsOneByOne() {
    String message =
        "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>"
            + item("urn:1", "stat:usable", XHTML)
            + item("urn:2", "stat:usable", "")
            + item("urn:3", "stat:withheld", XHTML)
            + item("urn:4", "stat:canceled", "")
            + "</itemSet></newsMessage>";

    List<Extraction> items = Reading.all(message, "a.xml");

    assertThat(items).extracting(i -> i.origin().item().getAsInt()).containsExactly(0, 1, 2, 3);
    assertThat(items.get(0)).isInstanceOf(Extracted.class);
    assertThat(items.get(1)).isInstanceOf(Rejected.class);
    assertThat(items.get(2)).isInstanceOf(Skipped.class);
    assertThat(((Extracted) items.get(3)).article().withdrawn()).isTrue();
  }

  @Test
  void aCutMessageGivesTheItemsBeforeTheCut() {
    String message =
        "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>"
            + item("urn:1", "stat:usable", XHTML)
            + item("urn:2", "stat:usable", XHTML).substring(0, 700);

    List<Extraction> items = Reading.all(message, "a.xml");

    assertThat(items).hasSize(2);
    assertThat(items.get(0)).isInstanceOf(Extracted.class);
    assertThat(((Rejected) items.get(1)).message()).contains("not well-formed XML", "at line");
  }

  @Test
  void otherXmlIsToldByItsRoot() {
    assertThat(Reading.rejected("<?xml version='1.0'?><rss version='2.0'/>", "a.xml").message())
        .contains("no NewsML-G2", "rss");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Ann Lee and Bob Ray | Reuters | Ann Lee; Bob Ray",
        "Von Jörg Müller, dpa | | Jörg Müller",
        "Redaktion | Ann Lee | Ann Lee",
        "| Reuters | Reuters",
      })
  void theBylineNamesTheAuthorsRatherThanTheCreator(String by, String creator, String authors) {
    String item =
        item("urn:1", "stat:usable", XHTML)
            .replace(
                "<creator><name>Ann Oar</name></creator>",
                (by == null ? "" : "<by>" + by + "</by>")
                    + (creator == null ? "" : "<creator><name>" + creator + "</name></creator>"));

    assertThat(Reading.article(item, "a.xml").authors()).containsExactly(authors.split("; "));
  }

  private static String item(String guid, String status, String content) {
    return """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="%s" version="2" xml:lang="en">
    <itemMeta><itemClass qcode="ninat:text"/><provider qcode="p:b"><name>The Boat</name></provider>
    <versionCreated>2026-11-02T09:00:00+01:00</versionCreated>
    <firstCreated>2026-11-01T09:00:00Z</firstCreated><pubStatus qcode="%s"/></itemMeta>
    <contentMeta><creator><name>Ann Oar</name></creator>
    <subject type="cpnat:abstract" qcode="medtop:05000000"><name>education</name></subject>
    <subject type="x:own" qcode="own:1"><name>Work</name><sameAs qcode="medtop:09000000"/></subject>
    <subject qcode="own:2"><name role="nrol:mnemonic">ml</name><name>Mills</name></subject>
    <subject type="cpnat:geoArea" qcode="iso3166-1a2:SE"><name>Sweden</name></subject>
    <headline>Town buys mill</headline></contentMeta>
    <contentSet>%s</contentSet></newsItem>
    """
        .formatted(guid, status, content);
  }
}
