package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.feed.Feed;
import dev.dateline.ingest.feed.FeedReader;
import dev.dateline.ingest.feed.UnreadableFeedException;
import dev.dateline.ingest.sitemap.SitemapEntry;
import org.junit.jupiter.api.Test;

class FeedArticleTest {

  @Test
  void hasAllAuthorsOfItsItem() throws UnreadableFeedException {
    ExtractedArticle article =
        rss("<dc:creator>By Ann Oar</dc:creator><dc:creator>Bob Sail</dc:creator>");

    assertThat(article.authors()).containsExactly("Ann Oar", "Bob Sail");
  }

  @Test
  void hasThePictureOfItsItem() throws UnreadableFeedException {
    assertThat(rss("<media:content url='/i/mill.jpg' medium='image'/>").image())
        .isEqualTo("https://h.example/i/mill.jpg");
  }

  @Test
  void ofASitemapLosesTheEscapesThatThoseOfFeedsLose() {
    SitemapEntry entry =
        new SitemapEntry(
            "https://h.example/1", null, "Mill &amp; town", null, "en", "Boat &amp; Co");

    ExtractedArticle article = FeedArticle.of(entry);

    assertThat(article.title()).isEqualTo("Mill & town");
    assertThat(article.text()).isEqualTo("Mill & town");
    assertThat(article.publisher()).isEqualTo("Boat & Co");
  }

  private static ExtractedArticle rss(String item) throws UnreadableFeedException {
    String rss =
        "<rss xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:media='http://search.yahoo.com/mrss/'>"
            + "<channel><item><title>Town buys mill</title>%s</item></channel></rss>"
                .formatted(item);
    Feed feed = FeedReader.read(rss.getBytes(UTF_8), null, "https://h.example/feed");
    return FeedArticle.of(feed, feed.items().get(0)).orElseThrow();
  }
}
