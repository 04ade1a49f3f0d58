package dev.dateline.ingest.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapReaderTest {

  private static final String NEWS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- made by hand -->
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
          xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url>
          <loc>https://harbour.example/2026/11/02/quay?a=1&copy=2</loc>
          <lastmod>2026-11-03T10:00:00+02:00</lastmod>
          <image:image><image:loc>https://harbour.example/quay.jpg</image:loc></image:image>
          <news:news>
            <news:publication><news:name>Пристанищен вестник</news:name><news:language>bg</news:language></news:publication>
            <news:publication_date>2026-11-02</news:publication_date>
            <news:title>Нов кей &amp; стар кран</news:title>
          </news:news>
        </url>
        <url><loc>/relative</loc></url>
        <url><loc>mailto:nobody</loc></url>
        <url><lastmod>2026-11-02</lastmod></url>
        <url><loc>https://harbour.example/last</loc></url>
      </urlset>
      """;

  @Test
  void readsANewsSitemap() throws UnreadableSitemapException {
    List<SitemapEntry> entries = entries(NEWS);

    assertThat(entries)
        .containsExactly(
            new SitemapEntry(
                "https://harbour.example/2026/11/02/quay?a=1&copy=2",
                Instant.parse("2026-11-03T08:00:00Z"),
                "Нов кей & стар кран",
                Instant.parse("2026-11-02T00:00:00Z"),
                "bg",
                "Пристанищен вестник"),
            page("https://harbour.example/relative"),
            page("https://harbour.example/last"));
  }

  @Test
  void readsAnIndex() throws UnreadableSitemapException {
    Sitemap index =
        read(
            """
            <sm:sitemapindex xmlns:sm='http://www.sitemaps.org/schemas/sitemap/0.84'>
            <sm:sitemap><sm:loc>https://harbour.example/1.xml.gz</sm:loc><sm:lastmod>2026-11-02</sm:lastmod></sm:sitemap>
            <sm:sitemap>https://harbour.example/2.xml</sm:sitemap></sm:sitemapindex>
            """
                .getBytes(UTF_8));

    assertThat(index.isIndex()).isTrue();
    assertThat(index.entries().map(SitemapEntry::url))
        .containsExactly("https://harbour.example/1.xml.gz", "https://harbour.example/2.xml");
  }

  @Test
  void readsAListOfAddresses() throws UnreadableSitemapException {
    assertThat(
            entries("\uFEFFhttps://harbour.example/1\r\n\r\nnonsense\nhttps://harbour.example/2"))
        .containsExactly(page("https://harbour.example/1"), page("https://harbour.example/2"));
  }

  @Test
  void givesWhatComesBeforeACut() throws UnreadableSitemapException, IOException {
    assertThat(entries(NEWS.substring(0, NEWS.indexOf("/last<"))))
        .hasSize(2)
        .last()
        .isEqualTo(page("https://harbour.example/relative"));

    byte[] gzip = gzip(large(2_000));
    assertThat(read(Arrays.copyOf(gzip, gzip.length / 2)).entries().toList()).hasSizeGreaterThan(1);
  }

  @Test
  void readsFiftyThousandAddressesOneByOne() throws UnreadableSitemapException, IOException {
    Sitemap sitemap = read(gzip(large(50_000)));

    assertThat(sitemap.isIndex()).isFalse();
    assertThat(sitemap.entries().count()).isEqualTo(50_000);
  }

  @Test
  void entitiesAreNotExpanded() throws UnreadableSitemapException {
    String bomb =
        "<!DOCTYPE urlset [<!ENTITY a 'boom'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
            + "<urlset><url><loc>https://harbour.example/&a;&b;</loc></url></urlset>";

    assertThat(entries(bomb)).singleElement().asString().doesNotContain("boom", "root:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "words", "<html><body>No</body></html>", "<rss/>", "\u001f\u008b"})
  void saysWhyItCannotReadTheRest(String text) {
    assertThatExceptionOfType(UnreadableSitemapException.class)
        .isThrownBy(() -> read(text.getBytes(UTF_8)))
        .withMessageContaining("It is");
  }

  @Test
  void bombsAreBounded() throws IOException {
    byte[] bomb = gzip("<urlset>" + " ".repeat(60_000_000));

    assertThatExceptionOfType(UnreadableSitemapException.class)
        .isThrownBy(() -> read(bomb))
        .withMessageContaining("more than 52,428,800 bytes");
  }

  @Test
  void membersOfGzipAreReadHoweverMany() throws UnreadableSitemapException, IOException {
    byte[] nothing = gzip("");
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 100_000; i++) {
      many.write(nothing);
    }
    many.write(gzip(large(3)));

    assertThat(read(many.toByteArray()).entries()).hasSize(3);
  }

  private static SitemapEntry page(String url) {
    return new SitemapEntry(url, null, null, null, null, null);
  }

  private static List<SitemapEntry> entries(String text) throws UnreadableSitemapException {
    return read(text.getBytes(UTF_8)).entries().toList();
  }

  private static Sitemap read(byte[] bytes) throws UnreadableSitemapException {
    return SitemapReader.read(bytes, null, "https://harbour.example/sitemap.xml");
  }

  private static String large(int addresses) {
    StringBuilder xml = new StringBuilder("<urlset>");
    for (int i = 0; i < addresses; i++) {
      xml.append("<url><loc>https://harbour.example/").append(i * 7919).append("</loc></url>\n");
    }
    return xml.append("</urlset>").toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }
}
