package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.extract.Extraction.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighboursTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<rss version='2.0'><channel/></rss> | is a feed | 'dateline feed FILE'",
        "<!-- made --><feed><title>a</title></feed> | is a feed | 'dateline source add URL'",
        "<rdf:RDF xmlns:rdf='r'><channel/></rdf:RDF> | is a feed | 'dateline feed FILE'",
        "<urlset><url/></urlset> | is a sitemap | 'dateline source add URL'",
        "<sitemapindex/> | is a sitemap | 'dateline source add URL'",
        "<opml version='2.0'><body/></opml> | is a list of feeds | 'dateline source import FILE'",
        "<nitf><body/></nitf> | is XML | root element nitf",
        "<svg><path/></svg> | is XML | root element svg",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]} | is a feed |"
            + " 'dateline feed FILE'",
      })
  void isNoArticleAndSaysWhatTakesIt(String document, String what, String next) {
    List<Extraction> items =
        new ArticleReader(ExtractLimits.DEFAULT).read(document.getBytes(UTF_8), "a.rss");

    assertThat(items).singleElement().isInstanceOf(Rejected.class);
    assertThat(((Rejected) items.get(0)).message()).contains(what, next);
  }

  @Test
  void aNewsItemNeedsNoDeclaration() {
    String item =
        "<newsItem><contentSet><inlineData>A text of news.</inlineData></contentSet></newsItem>";

    assertThat(ItemSniffer.kind(item.getBytes(UTF_8), "a")).isEqualTo(ItemKind.XML);
  }
}
