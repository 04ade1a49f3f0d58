package dev.dateline.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertThat(read(LIST))
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

    assertThat(read(broken.substring(0, broken.indexOf("No address"))))
        .extracting(OpmlSource::feed)
        .containsExactly("https://boat.example/rss?a=1&b=2", "https://quay.example/atom");
  }

  @Test
  void anEmptyListIsOne() throws UnreadableOpmlException {
    assertThat(read("<opml version='1.0'><body/></opml>")).isEmpty();
  }

  @Test
  void saysWhyItCannotReadTheRest() {
    assertThatExceptionOfType(UnreadableOpmlException.class)
        .isThrownBy(() -> read("<html><body>Hello</body></html>"))
        .withMessageContaining("no OPML");
  }

  private static List<OpmlSource> read(String text) throws UnreadableOpmlException {
    return OpmlReader.read(text.getBytes(UTF_8));
  }
}
