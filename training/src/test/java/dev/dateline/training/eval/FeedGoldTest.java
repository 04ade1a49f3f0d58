package dev.dateline.training.eval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedGoldTest {

  @TempDir private Path data;

  @Test
  void bringsBothModelsToTheSameFields() throws IOException {
    Path file = data.resolve("gofeed/gofeed-testdata.tar.gz");
    Files.createDirectories(file.getParent());
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      add(tar, "testdata/translator/rss/a.xml", "<rss/>");
      add(
          tar,
          "testdata/translator/rss/a.json",
          """
          {"title": "T", "items": [{"link": "https://a.example/", "authors": [{"email": "a@a.example"}],
            "publishedParsed": "2026-11-02T09:30:00+02:00", "enclosures": [{"url": "u", "length": "1"}]}]}
          """);
      add(tar, "testdata/parser/atom/b.xml", "<feed/>");
      add(
          tar,
          "testdata/parser/atom/b.json",
          """
          {"entries": [{"content": {"value": "C"}, "categories": [{"term": "t", "label": "L"}]}]}
          """);
      add(tar, "testdata/parser/atom/no-gold.xml", "<feed/>");
    }

    assertThat(FeedGold.read(data))
        .extracting(FeedGold::values)
        .containsExactly(
            Map.of("0.content", "C", "0.categories", "L"),
            Map.of(
                "title", "T",
                "0.url", "https://a.example/",
                "0.author", "a@a.example",
                "0.published", "2026-11-02T07:30:00Z",
                "0.enclosures", "u"));
  }

  private static void add(TarArchiveOutputStream tar, String name, String content)
      throws IOException {
    byte[] bytes = content.getBytes(UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }
}
