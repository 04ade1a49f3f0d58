package dev.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemImageTest {

  private static final String MEDIA = "xmlns:media='http://search.yahoo.com/mrss/'";
  private static final String RSS = "<rss " + MEDIA + "><channel><item>%s</item></channel></rss>";
  private static final String ATOM =
      "<feed xmlns='http://www.w3.org/2005/Atom' " + MEDIA + "><entry>%s</entry></feed>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      value = {
        "<media:content url='/a.jpg' medium='image'/> | https://h.example/a.jpg",
        "<media:content url='/a' type='IMAGE/JPEG'/> | https://h.example/a",
        "<media:group><media:content url='/a' medium='image'/></media:group> | https://h.example/a",
        "<media:thumbnail url='/t1'/><media:thumbnail url='/t2'/> | https://h.example/t1",
        "<media:content url='/v' medium='video'><media:thumbnail url='/t'/></media:content>"
            + " | https://h.example/t",
        "<media:thumbnail url='/t'/><media:content url='/a' medium='image'/> | https://h.example/a",
        "<media:content url='/v.mp4' medium='video'/> | none",
      })
  void ofMediaRss(String item, String image) throws UnreadableFeedException {
    assertThat(image(RSS.formatted(item))).isEqualTo(image);
    assertThat(image(ATOM.formatted(item))).isEqualTo(image);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'image':'/i','banner_image':'/b' | https://h.example/i",
        "'attachments':[{'url':'a.png','mime_type':'image/png'}] | https://h.example/a.png",
        "'banner_image':'/b' | https://h.example/b",
      })
  void ofJsonFeed(String item, String image) throws UnreadableFeedException {
    assertThat(image("{'items':[{%s}]}".formatted(item).replace('\'', '"'))).isEqualTo(image);
  }

  private static String image(String feed) throws UnreadableFeedException {
    return FeedReader.read(feed.getBytes(UTF_8), null, "https://h.example/feed")
        .items()
        .get(0)
        .image();
  }
}
