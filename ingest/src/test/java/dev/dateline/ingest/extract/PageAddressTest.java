package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAddressTest {

  private static final String TEXT = "<p>The council has bought the old mill by the river.</p>";

  @ParameterizedTest
  @CsvSource({
    // the home page of the site names none of its pages
    "https://h.example/ https://h.example/news/1, https://h.example/news/1",
    "https://h.example/index.html https://h.example/news/1, https://h.example/news/1",
    "https://h.example/ https://h.example/?p=7, https://h.example/?p=7",
    // nor does a host that nobody else can ask
    "http://localhost:3000/b https://h.example/b, https://h.example/b",
    "http://10.0.0.7/b https://h.example/b, https://h.example/b",
    "http://[::1]/b https://h.example/b, https://h.example/b",
    "http://build/b https://h.example/b, https://h.example/b",
    "http://h.local/b https://h.example/b, https://h.example/b",
    "http://localhost/b https://h.example/, http://localhost/b",
    // what else is there is believed in its order
    "https://h.example/a https://h.example/b, https://h.example/a",
    "https://h.example/ https://h.example/index.php, https://h.example/",
    "http://localhost/ https://h.example/, https://h.example/",
    "http://localhost/b http://build/c, http://localhost/b",
  })
  void isThatOfThePageAlone(String addresses, String chosen) {
    assertThat(PageAddress.of(List.of(addresses.split(" ")))).hasValue(chosen);
  }

  @Test
  void pagesThatNameTheirHomePageAsCanonicalStayArticlesOfTheirOwn() {
    String openGraph = "<meta property='og:url' content='https://h.example/news/%d'>";
    String linked =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"url\":\"https://h.example/\","
            + "\"mainEntityOfPage\":{\"@id\":\"https://h.example/news/%d\"}}</script>";

    assertThat(Stream.of(openGraph, linked).map(head -> url(head.formatted(7), null)))
        .containsOnly("https://h.example/news/7");
    assertThat(url("", "https://h.example/news/7")).isEqualTo("https://h.example/news/7");
    assertThat(url("", "https://h.example/")).isEqualTo("https://h.example/");
    assertThat(url("", null)).as("a file that names its site alone").isNull();
  }

  private static @Nullable String url(String head, @Nullable String address) {
    String html =
        "<html><head><link rel='canonical' href='https://h.example/'>%s</head><body>%s</body></html>"
            .formatted(head, TEXT);
    RawItem raw = RawItem.of(html.getBytes(StandardCharsets.UTF_8), "page.html");
    return Reading.article(Extractor.readPage(raw, address)).url();
  }
}
