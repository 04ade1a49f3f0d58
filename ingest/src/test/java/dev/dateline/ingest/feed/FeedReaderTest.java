package dev.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

  private static final String RSS =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
          <title>Пристанищен вестник</title>
          <link>https://harbour.example/</link>
          <language>bg</language>
          <item>
            <title>Нов кей &amp; стар кран</title>
            <link>/news/1?a=1&copy=2</link>
            <guid isPermaLink="false">harbour-1</guid>
            <dc:creator>Иванка Колева</dc:creator>
            <pubDate>Mon, 02 Nov 2026 09:30:00 +0200</pubDate>
            <description><![CDATA[Първи <b>кораб</b> &amp; втори]]></description>
            <content:encoded><![CDATA[<p>Цялата <a href="more">статия</a></p>]]></content:encoded>
            <category>Транспорт</category>
            <category>Икономика</category>
            <enclosure url="https://harbour.example/1.jpg" type="image/jpeg" length="1200"/>
            <media:content url="https://harbour.example/1.mp4" type="video/mp4" fileSize="x"/>
          </item>
          <item>
            <guid>https://harbour.example/news/2</guid>
            <author>editor@harbour.example (Stoyan Radev)</author>
            <pubDate>3 ноември 2026, 18:05</pubDate>
          </item>
        </channel>
      </rss>
      """;

  @Test
  void readsRss() throws UnreadableFeedException {
    Feed feed = read(RSS, "https://harbour.example/rss");

    assertThat(feed.title()).isEqualTo("Пристанищен вестник");
    assertThat(feed.link()).isEqualTo("https://harbour.example/");
    assertThat(feed.language()).isEqualTo("bg");
    FeedItem first = feed.items().get(0);
    assertThat(first.id()).isEqualTo("harbour-1");
    assertThat(first.url()).isEqualTo("https://harbour.example/news/1?a=1&copy=2");
    assertThat(first.title()).isEqualTo("Нов кей & стар кран");
    assertThat(first.author()).isEqualTo("Иванка Колева");
    assertThat(first.published()).isEqualTo(Instant.parse("2026-11-02T07:30:00Z"));
    assertThat(first.summary()).isEqualTo("Първи <b>кораб</b> &amp; втори");
    assertThat(first.content())
        .isEqualTo("<p>Цялата <a href=\"https://harbour.example/more\">статия</a></p>");
    assertThat(first.categories()).containsExactly("Транспорт", "Икономика");
    assertThat(first.enclosures())
        .containsExactly(
            new Enclosure("https://harbour.example/1.jpg", "image/jpeg", 1200L),
            new Enclosure("https://harbour.example/1.mp4", "video/mp4", null));
  }

  @Test
  void takesAnItemWithoutATitleOrALink() throws UnreadableFeedException {
    FeedItem second = read(RSS, null).items().get(1);

    assertThat(second.title()).isNull();
    assertThat(second.url()).isEqualTo("https://harbour.example/news/2");
    assertThat(second.author()).isEqualTo("Stoyan Radev");
    assertThat(second.published()).isEqualTo(Instant.parse("2026-11-03T18:05:00Z"));
  }

  @Test
  void givesTheItemsBeforeACut() throws UnreadableFeedException {
    for (int cut = RSS.indexOf("<channel>"); cut < RSS.length(); cut++) {
      Feed feed = read(RSS.substring(0, cut), null);
      long whole = RSS.substring(0, cut).split("</item>", -1).length - 1;
      assertThat(feed.items()).as("cut at %d", cut).hasSize((int) whole);
    }
  }

  @Test
  void keepsItemsThatAreNotClosedInAFeedThatIsWhole() throws UnreadableFeedException {
    Feed feed = read("<rss><channel><item><title>One</title></channel></rss>", null);

    assertThat(feed.items()).extracting(FeedItem::title).containsExactly("One");
  }

  @Test
  void readsALoneEntry() throws UnreadableFeedException {
    Feed feed = read("<entry xmlns='http://www.w3.org/2005/Atom'><title>One</title></entry>", null);

    assertThat(feed.items()).extracting(FeedItem::title).containsExactly("One");
  }

  @Test
  void readsRdfWithItemsBesideTheChannel() throws UnreadableFeedException {
    Feed feed =
        read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://a.example/"><title>A</title><dc:language>fr</dc:language></channel>
              <item rdf:about="https://a.example/1"><title>Un</title><dc:date>2026-11-02</dc:date></item>
            </rdf:RDF>
            """,
            null);

    assertThat(feed.language()).isEqualTo("fr");
    FeedItem item = feed.items().get(0);
    assertThat(item.id()).isEqualTo("https://a.example/1");
    assertThat(item.url()).isEqualTo("https://a.example/1");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-11-02T00:00:00Z"));
  }

  @Test
  void readsAtom() throws UnreadableFeedException {
    Feed feed =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://b.example/x/">
              <title type="html">Hafen &amp;amp; Meer</title>
              <link rel="self" href="feed.atom"/><link href="/"/>
              <author><name>Redaktion</name></author>
              <entry>
                <id>tag:b.example,2026:1</id>
                <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ein <em>Kai</em></div></title>
                <link rel="enclosure" href="a.mp3" type="audio/mpeg" length="9"/>
                <link href="1.html"/>
                <published>2026-11-02T08:00:00+01:00</published>
                <updated>2026-11-02T09:00:00Z</updated>
                <category term="sea" label="Meer"/>
                <content type="html">&lt;img src="p.png"&gt; Text</content>
              </entry>
            </feed>
            """,
            null);

    assertThat(feed.title()).isEqualTo("Hafen &amp; Meer");
    assertThat(feed.link()).isEqualTo("https://b.example/");
    assertThat(feed.language()).isEqualTo("de");
    FeedItem item = feed.items().get(0);
    assertThat(item.title()).isEqualTo("Ein <em>Kai</em>");
    assertThat(item.url()).isEqualTo("https://b.example/x/1.html");
    assertThat(item.author()).isEqualTo("Redaktion");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-11-02T07:00:00Z"));
    assertThat(item.updated()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
    assertThat(item.categories()).containsExactly("Meer");
    assertThat(item.content()).isEqualTo("<img src=\"https://b.example/x/p.png\"> Text");
    assertThat(item.enclosures())
        .containsExactly(new Enclosure("https://b.example/x/a.mp3", "audio/mpeg", 9L));
  }

  @Test
  void readsJsonFeedUpToACut() throws UnreadableFeedException {
    String json =
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "J", "home_page_url": "https://j.example/",
         "language": "ja", "items": [
          {"id": 7, "url": "7", "title": "一", "content_text": "港", "date_published": "2026-11-02T00:00:00Z",
           "authors": [{"name": "佐藤"}], "tags": ["海"]},
          {"id": "8", "title": "二"
        """;

    Feed feed = read(json, "https://j.example/feed.json");

    assertThat(feed.items()).hasSize(1);
    FeedItem item = feed.items().get(0);
    assertThat(item.id()).isEqualTo("7");
    assertThat(item.url()).isEqualTo("https://j.example/7");
    assertThat(item.author()).isEqualTo("佐藤");
    assertThat(item.content()).isEqualTo("港");
  }

  @Test
  void passesOverWhatIsNoItemInAJsonFeedAndResolvesItsAttachments() throws UnreadableFeedException {
    String json = "{\"items\": [null, \"text\", {\"attachments\": [{\"url\": \"a.mp3\"}]}]}";

    Feed feed = read(json, "https://j.example/feed.json");

    assertThat(feed.items()).hasSize(1);
    assertThat(feed.items().get(0).enclosures())
        .containsExactly(new Enclosure("https://j.example/a.mp3", null, null));
  }

  @Test
  void believesTheDeclaredCharsetOfOldFeeds() throws UnreadableFeedException {
    String old = RSS.replace("utf-8", "windows-1251");

    Feed feed = FeedReader.read(old.getBytes(Charset.forName("windows-1251")), null, null);

    assertThat(feed.title()).isEqualTo("Пристанищен вестник");
  }

  @Test
  void expandsNoEntities() throws UnreadableFeedException {
    Feed feed =
        read(
            """
            <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY x SYSTEM "file:///etc/hostname">]>
            <rss><channel><title>&a;&x;</title></channel></rss>
            """,
            null);

    assertThat(feed.title()).isEqualTo("&a;&x;");
  }

  @Test
  void takesDeepNesting() throws UnreadableFeedException {
    String deep = IntStream.range(0, 100_000).mapToObj(i -> "<a>").collect(Collectors.joining());

    Feed feed = read("<rss><channel><title>T</title><item><b>" + deep, null);

    assertThat(feed.title()).isEqualTo("T");
    assertThat(FeedTree.parse("<a>".repeat(1_000), null).root().getAllElements())
        .map(element -> element.parents().size())
        .allMatch(depth -> depth <= 256);
  }

  /** Closed to its end: nothing but the depth is wrong with the second item. */
  @Test
  void ofAJsonFeedTheItemsBeforeOneThatIsTooDeepAreRead() throws UnreadableFeedException {
    String deep = "{\"id\": \"2\", \"x\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    Feed feed = read("{\"items\": [{\"id\": \"1\"}, " + deep + ", {\"id\": \"3\"}]}", null);

    assertThat(feed.items()).extracting(FeedItem::id).containsExactly("1");
  }

  @Test
  void addressesDoNotGrowWithoutEnd() {
    String fits = "https://a.example/" + "a".repeat(4_000);
    String tooLong = "https://a.example/" + "a".repeat(5_000);

    assertThat(FeedTree.resolve(fits, "/1")).isEqualTo("https://a.example/1");
    assertThat(FeedTree.resolve(tooLong, "/1")).isEqualTo("/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "just words",
        "<!DOCTYPE html><html><head><title>x</title></head></html>",
        "<urlset><url><loc>https://a.example/</loc></url></urlset>",
        "<note/>",
        "{\"a\": 1}",
        "{"
      })
  void saysWhatIsNoFeed(String text) {
    assertThatExceptionOfType(UnreadableFeedException.class)
        .isThrownBy(() -> read(text, null))
        .withMessageStartingWith("It is ");
  }

  private static Feed read(String text, String address) throws UnreadableFeedException {
    return FeedReader.read(text.getBytes(UTF_8), null, address);
  }
}
