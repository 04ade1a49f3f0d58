package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

  private final ArticleReader reader = new ArticleReader(ExtractLimits.DEFAULT);

  @Test
  void gzipIsReadAsWhatIsInside() throws IOException {
    byte[] lines = "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n".getBytes(UTF_8);

    List<Extraction> items = reader.read(gzip(lines), "a.jsonl.gz");

    assertThat(items).hasSize(2).allMatch(Extracted.class::isInstance);
    assertThat(items.get(1).origin().location()).isEqualTo("a.jsonl.gz");
    assertThat(items.get(1).origin().item()).hasValue(1);
  }

  @Test
  void zipIsReadFileByFile() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("in/a.txt", "Headline\n\nText that is longer.".getBytes(UTF_8));
    files.put("in/picture.png", new byte[10]);
    files.put("in/b.jsonl", "{\"text\":\"One.\"}\nbad\n".getBytes(UTF_8));
    files.put("inner.zip", zip(Map.of("c.txt", new byte[1])));

    List<Extraction> items = reader.read(zip(files), "a.zip");

    assertThat(items)
        .extracting(item -> item.origin().location(), item -> item.getClass().getSimpleName())
        .containsExactly(
            tuple("a.zip!/in/a.txt", "Extracted"),
            tuple("a.zip!/in/picture.png", "Skipped"),
            tuple("a.zip!/in/b.jsonl", "Extracted"),
            tuple("a.zip!/in/b.jsonl", "Rejected"),
            tuple("a.zip!/inner.zip", "Rejected"));
  }

  @Test
  void archivesInsideOfArchivesAreNotOpened() throws IOException {
    byte[] text = "Headline\n\nText that is longer.".getBytes(UTF_8);

    for (Rejected rejected :
        List.of(
            last(reader.read(zip(Map.of("a.zip", zip(Map.of("a.txt", text)))), "a.zip")),
            last(reader.read(zip(Map.of("a.txt.gz", gzip(text))), "a.zip")),
            last(reader.read(gzip(gzip(text)), "a.txt.gz.gz")),
            last(reader.read(gzip(zip(Map.of("a.txt", text))), "a.zip.gz")))) {
      assertThat(rejected.message()).contains("an archive inside of an archive");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "../escaped.txt, Extracted",
    "in/../../escaped.txt, Extracted",
    "/escaped.txt, Extracted",
    "..\\escaped.txt, Skipped",
    "C:\\escaped.txt, Extracted",
    "C:/escaped.txt, Extracted",
    "//host/share/escaped.txt, Extracted",
  })
  void entriesThatLeadOutOfTheArchiveAreWrittenNowhere(
      String name, String outcome, @TempDir Path folder) throws IOException {
    Path inside = Files.createDirectories(folder.resolve("in"));
    Path archive = inside.resolve("a.zip");
    Files.write(archive, zip(Map.of(name, "Headline\n\nText that is longer.".getBytes(UTF_8))));

    List<Extraction> items = new ArrayList<>();
    try (ArticleStream stream = reader.open(archive, "a.zip")) {
      stream.forEachRemaining(items::add);
    }

    assertThat(items)
        .extracting(item -> item.origin().location(), item -> item.getClass().getSimpleName())
        .containsExactly(tuple("a.zip!/" + name, outcome));
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(archive);
    }
    assertThat(Path.of("escaped.txt")).doesNotExist();
    assertThat(Path.of("..", "escaped.txt")).doesNotExist();
    assertThat(Path.of("/escaped.txt")).doesNotExist();
  }

  @Test
  void aBrokenArchiveIsTold() throws IOException {
    byte[] gzip =
        gzip(("{\"text\":\"" + "word ".repeat(3_000) + "\"}\n").repeat(20).getBytes(UTF_8));
    byte[] zip =
        zip(Map.of("a.txt", "Headline\n\nText that is longer.".repeat(50).getBytes(UTF_8)));

    Rejected cutGzip = last(reader.read(Arrays.copyOf(gzip, gzip.length / 2), "a.jsonl.gz"));
    Rejected cutZip = last(reader.read(Arrays.copyOf(zip, 60), "a.zip"));
    Rejected noZip = last(reader.read("not a zip at all".getBytes(UTF_8), "a.zip"));
    Rejected noGzip = last(reader.read("not gzip at all".getBytes(UTF_8), "a.txt.gz"));

    assertThat(List.of(cutGzip, cutZip, noZip, noGzip))
        .allSatisfy(rejected -> assertThat(rejected.message()).contains("The archive is broken"));
  }

  @Test
  void anArchiveThatEndsInTheMiddleSaysSo() throws IOException {
    byte[] text = "Headline\n\nText that is longer.".repeat(50).getBytes(UTF_8);
    byte[] deflated = zip(Map.of("a.txt", text));
    byte[] gzip = gzip(text);

    assertThat(
            List.of(
                last(reader.read(Arrays.copyOf(deflated, 60), "a.zip")),
                last(reader.read(Arrays.copyOf(gzip, 5), "a.gz")),
                last(reader.read(Arrays.copyOf(gzip, gzip.length - 4), "b.gz"))))
        .extracting(Rejected::message)
        .allSatisfy(
            message ->
                assertThat(message)
                    .startsWith("The archive is broken: it ends in the middle. Check it"));
  }

  @Test
  void namesOfAnyCharsetAreLabelsOnly() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("IBM866"))) {
      for (String name : List.of("a.txt", "новости.txt", "c.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("Headline\n\nText of " + name).getBytes(UTF_8));
      }
    }

    List<Extraction> items = reader.read(out.toByteArray(), "a.zip");

    assertThat(items).hasSize(3).allMatch(Extracted.class::isInstance);
    assertThat(items.get(2).origin().location()).isEqualTo("a.zip!/c.txt");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesInUtf8AreKeptWithItsMarkAndWithout(boolean marked) throws IOException {
    byte[] archive = zip(Map.of("новини é.txt", "Headline\n\nText.".getBytes(UTF_8)));
    if (!marked) {
      archive[7] = 0; // bit 11 of the flags, as Macs leave it out
    }

    assertThat(reader.read(archive, "a.zip"))
        .extracting(item -> item.origin().location())
        .containsExactly("a.zip!/новини é.txt");
  }

  @Test
  void whatIsPackedInAnotherWayIsNotCalledBroken() throws IOException {
    byte[] text = "Headline\n\nText.".getBytes(UTF_8);
    byte[] encrypted = stored("a.txt", text);
    encrypted[6] |= 1;
    byte[] lzma = stored("a.txt", text);
    lzma[8] = 14;
    byte[] streamed = stored("a.txt", text);
    streamed[6] |= 8;

    assertThat(Stream.of(encrypted, lzma, streamed).map(zip -> reader.read(zip, "a.zip")))
        .allSatisfy(
            items -> {
              assertThat(items).hasSize(1);
              assertThat(last(items).message())
                  .contains("is encrypted, or packed in a way that is not read", "Pack it anew")
                  .doesNotContain("broken", "copy it");
            });
    assertThat(reader.read(lzma, "a.zip").get(0).origin().location()).isEqualTo("a.zip!/a.txt");
  }

  @Test
  void bombsAreBounded() throws IOException {
    ArticleReader careful = new ArticleReader(new ExtractLimits(100_000, 10, 1_000_000));
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      many.put(i + ".txt", "Text.".getBytes(UTF_8));
    }

    Rejected deep = last(careful.read(zip(Map.of("a.txt", new byte[5_000_000])), "a.zip"));
    Rejected wide = last(careful.read(zip(many), "b.zip"));
    Rejected skipped = last(careful.read(zip(Map.of("a.png", new byte[5_000_000])), "d.zip"));
    Rejected line = last(careful.read(gzip("{".repeat(5_000_000).getBytes(UTF_8)), "c.jsonl.gz"));

    assertThat(deep.message()).contains("unpacks to more than 1,000,000 bytes");
    assertThat(skipped.message()).contains("unpacks to more than 1,000,000 bytes");
    assertThat(wide.message()).contains("more than 10 entries");
    assertThat(line.message()).contains("unpacks to more than 1,000,000 bytes");
  }

  /** 2 MB, as many members as an archive of the web may have, and nothing in them. */
  @Test
  void membersOfGzipAreReadHoweverMany() throws IOException {
    byte[] nothing = gzip(new byte[0]);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 100_000; i++) {
      many.write(nothing);
    }
    many.write(gzip("{\"text\":\"One.\"}\n".getBytes(UTF_8)));

    List<Extraction> items = reader.read(many.toByteArray(), "a.jsonl.gz");

    assertThat(items).singleElement().isInstanceOf(Extracted.class);
  }

  private static Rejected last(List<Extraction> items) {
    Extraction last = items.get(items.size() - 1);
    assertThat(last).isInstanceOf(Rejected.class);
    return (Rejected) last;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }

  private static byte[] stored(String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(entry);
      zip.write(content);
    }
    return out.toByteArray();
  }
}
