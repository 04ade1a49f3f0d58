package dev.dateline.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpmlReaderTest {

  private static final String LIST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0"><head><title>Mine</title></head><body>
        <outline text="Вестници" title="Вестници">
          <outline text="Sea">
            <outline type="rss" text="The Boat" title="The Boat &amp; Oar" language="en_GB"
                xmlUrl="https://boat.example/rss?a=1&b=2" htmlUrl="https://boat.example"/>
          </outline>
          <outline type="rss" text="Кей" XMLURL="https://quay.example/atom"/>
        </outline>
        <outline text="The Boat again" xmlUrl="https://boat.example/rss?a=1&amp;b=2"/>
        <outline text="No address" type="rss"/>
        <outline text="Not http" xmlUrl="file:///etc/passwd"/>
      </body></opml>
      """;

  @Test
  void readsNestedOutlines() throws UnreadableOpmlException {
    assertThat(read(LIST).sources())
        .containsExactly(
            new OpmlSource(
                "The Boat & Oar",
                "https://boat.example/rss?a=1&b=2",
                "https://boat.example/",
                "en-GB",
                List.of("Вестници", "Sea")),
            new OpmlSource("Кей", "https://quay.example/atom", null, null, List.of("Вестници")));
  }

  @Test
  void readsWhatIsBroken() throws UnreadableOpmlException {
    String broken = LIST.replace("</opml>", "").replace("</outline>", "").replace("<head>", "<");

    assertThat(read(broken.substring(0, broken.indexOf("No address"))).sources())
        .extracting(OpmlSource::feed)
        .containsExactly("https://boat.example/rss?a=1&b=2", "https://quay.example/atom");
  }

  @Test
  void namesWhatItLeavesOutAndWhy() throws UnreadableOpmlException {
    assertThat(
            read("""
                    <opml version="2.0"><body>
                      <outline text="A folder"><outline text="A note"/></outline>
                      <outline type="link" text="Bookmark" url="https://e.example/"/>
                      <outline type="include" text="List" url="https://e.example/other.opml"/>
                      <outline type="rss" text="Written by hand" xmlUrl="not a url"/>
                      <outline type="rss" text="Old" xmlUrl="ftp://e.example/rss.xml"/>
                      <outline type="rss" text="Forgotten"/>
                    </body></opml>
                    """)
                .leftOut())
        .extracting(left -> left.name() + ": " + left.reason())
        .containsExactly(
            "https://e.example/: its type is link, so that its url is not that of a feed",
            "https://e.example/other.opml: its type is include, so that its url is not that of a feed",
            "not a url: that is no http or https address",
            "ftp://e.example/rss.xml: that is no http or https address",
            "Forgotten: its type is rss, and it gives no address");
  }

  @ParameterizedTest
  @CsvSource({
    "type='rss' xmlUrl='feed://e.example/x', http://e.example/x",
    "type='rss' xmlUrl='feed:https://e.example/x', https://e.example/x",
    "type='rss' xmlUrl='FEED:http://e.example/x', http://e.example/x",
    "type='link' xmlUrl='https://e.example/x', https://e.example/x",
    "type='rss' url='https://e.example/x', https://e.example/x",
    "url='https://e.example/x', https://e.example/x",
  })
  void takesTheAddressesThatReadersWrite(String attributes, String feed)
      throws UnreadableOpmlException {
    OpmlList list = read("<opml><body><outline text='A' " + attributes + "/></body></opml>");

    assertThat(list.sources()).extracting(OpmlSource::feed).containsExactly(feed);
    assertThat(list.leftOut()).isEmpty();
  }

  @Test
  void anEmptyListIsOne() throws UnreadableOpmlException {
    assertThat(read("<opml version='1.0'><body/></opml>"))
        .isEqualTo(new OpmlList(List.of(), List.of()));
  }

  @Test
  void foldersAreNotDeep() throws UnreadableOpmlException {
    StringBuilder list = new StringBuilder("<opml>");
    for (int i = 0; i < 2_000; i++) {
      list.append("<outline text='f' xmlUrl='https://boat.example/").append(i).append("'>");
    }

    assertThat(read(list.toString()).sources())
        .hasSize(2_000)
        .allSatisfy(source -> assertThat(source.folders()).hasSizeLessThanOrEqualTo(256));
  }

  @Test
  void entitiesAreNotExpanded() throws UnreadableOpmlException {
    String list =
        "<!DOCTYPE opml [<!ENTITY a 'boom'>]><opml><body>"
            + "<outline text='&a;' xmlUrl='https://boat.example/rss'/></body></opml>";

    assertThat(read(list).sources()).singleElement().asString().doesNotContain("boom");
  }

  @Test
  void saysWhyItCannotReadTheRest() {
    assertThatExceptionOfType(UnreadableOpmlException.class)
        .isThrownBy(() -> read("<html><body>Hello</body></html>"))
        .withMessageContaining("no OPML");
  }

  private static OpmlList read(String text) throws UnreadableOpmlException {
    return OpmlReader.read(text.getBytes(UTF_8));
  }
}
