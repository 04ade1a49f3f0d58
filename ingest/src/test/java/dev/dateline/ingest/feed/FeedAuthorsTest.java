package dev.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedAuthorsTest {

  private static final String RSS =
      "<rss xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:a='http://www.w3.org/2005/Atom'>"
          + "<channel><item>%s</item></channel></rss>";

  private static final String ATOM =
      "<feed xmlns='http://www.w3.org/2005/Atom'><author><name>Top</name></author>"
          + "<entry>%s</entry></feed>";

  private static final String JSON =
      "{'version':'https://jsonfeed.org/version/1.1','authors':[{'name':'Top'}],'items':[{%s}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<dc:creator>Ann Oar</dc:creator><dc:creator>Bob Sail</dc:creator> | Ann Oar; Bob Sail",
        "<dc:creator>Ann Oar</dc:creator><dc:creator>Ann Oar</dc:creator> | Ann Oar",
        "<author>a@h.example (Ann Oar)</author><dc:creator>Desk</dc:creator> | Ann Oar",
        "<a:author><a:name>Ann Oar</a:name></a:author><a:author><a:name>Bob Sail</a:name></a:author>"
            + " | Ann Oar; Bob Sail",
      })
  void ofRss(String item, String authors) throws UnreadableFeedException {
    assertAuthors(RSS.formatted(item), authors);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<author><name>Ann Oar</name></author><author><email>b@h.example</email></author>"
            + " | Ann Oar; b@h.example",
        "<title>A</title> | Top",
        "<source><author><name>Ann Oar</name></author></source> | Ann Oar",
      })
  void ofAtom(String entry, String authors) throws UnreadableFeedException {
    assertAuthors(ATOM.formatted(entry), authors);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'authors':[{'name':'Ann Oar'},{'url':'x'},{'name':'Bob Sail'}] | Ann Oar; Bob Sail",
        "'author':{'name':'Ann Oar'} | Ann Oar",
        "'id':1 | Top",
      })
  void ofJsonFeed(String item, String authors) throws UnreadableFeedException {
    assertAuthors(JSON.formatted(item).replace('\'', '"'), authors);
  }

  private static void assertAuthors(String feed, String authors) throws UnreadableFeedException {
    FeedItem item = FeedReader.read(feed.getBytes(UTF_8), null, null).items().get(0);

    assertThat(item.authors()).containsExactly(authors.split("; "));
    assertThat(item.author()).isEqualTo(item.authors().get(0));
  }
}
