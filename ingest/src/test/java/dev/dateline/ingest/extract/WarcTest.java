package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.schemas.DeadLetterCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarcTest {

  private static final String PAGE =
      "<html><head><title>Кей %d</title><link rel=canonical href='/news/%d'></head><body><p>Пристанището"
          + " строи нов кей до края на годината, каза кметът.</p></body></html>";

  private final ArticleReader reader = new ArticleReader(ExtractLimits.DEFAULT);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsThePagesOfAnArchive(boolean packed) throws IOException {
    byte[] archive = archive(packed);

    List<Extraction> items = reader.read(archive, packed ? "a.warc.gz" : "a.warc");

    assertThat(items).hasSize(3).allMatch(Extracted.class::isInstance);
    assertThat(items)
        .map(item -> ((Extracted) item).article().title())
        .containsExactly("Кей 1", "Кей 2", "Кей 3");
    assertThat(items)
        .map(item -> ((Extracted) item).article().url())
        .containsExactly(
            "https://harbour.example/news/1",
            "https://harbour.example/news/2",
            "https://harbour.example/news/3");
    assertThat(items.get(0).origin().charset()).isEqualTo("windows-1251");
    assertThat(items.get(0).origin().item()).hasValue(1);
    assertThat(items.get(0).origin().location()).isEqualTo(packed ? "a.warc.gz" : "a.warc");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givesWhatComesBeforeABreakAndSaysThatItBroke(boolean packed) throws IOException {
    byte[] whole = archive(packed);
    byte[] cut = Arrays.copyOf(whole, whole.length - 40);

    List<Extraction> items = reader.read(cut, packed ? "a.warc.gz" : "a.warc");

    assertThat(items.subList(0, 2)).allMatch(Extracted.class::isInstance);
    assertThat(items.get(items.size() - 1)).isInstanceOf(Rejected.class);
    assertThat(items).filteredOn(Extracted.class::isInstance).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void saysThatAnArchiveHoldsNoPage(boolean packed) throws IOException {
    byte[] info = record("warcinfo", 0, "", "software: tests\r\n".getBytes(UTF_8));
    byte[] picture = record("response", 9, "Content-Type: image/png\r\n", new byte[50]);
    byte[] archive = packed ? join(gzip(info), gzip(picture)) : join(info, picture);

    List<Extraction> items = reader.read(archive, packed ? "a.warc.gz" : "a.warc");

    assertThat(items).hasSize(1);
    Rejected rejected = (Rejected) items.get(0);
    assertThat(rejected.code()).isEqualTo(DeadLetterCode.EMPTY);
    assertThat(rejected.message()).contains("no page").contains("2 records");
    assertThat(rejected.origin().location()).isEqualTo(packed ? "a.warc.gz" : "a.warc");
  }

  @Test
  void saysThatSomethingElseStandsBehindTheRecords() throws IOException {
    byte[] packed = join(archive(true), "and then some noise".getBytes(UTF_8));
    byte[] plain = join(archive(false), "and then some noise\r\n\r\n".getBytes(UTF_8));

    for (List<Extraction> items :
        List.of(reader.read(packed, "a.warc.gz"), reader.read(plain, "a.warc"))) {
      assertThat(items).hasSize(4);
      assertThat(((Rejected) items.get(3)).message()).contains("The archive is broken");
    }
  }

  @Test
  void saysThatTheHeaderOfARecordContradictsItself() throws IOException {
    byte[] twice = record("response\r\nWARC-Type: resource", 4, "", new byte[0]);

    List<Extraction> items = reader.read(join(archive(false), twice), "a.warc");

    assertThat(items).hasSize(4);
    assertThat(((Rejected) items.get(3)).message())
        .contains("The archive is broken: record 6 has no readable header");
  }

  @Test
  void aBrokenRecordCostsItselfAlone() throws IOException {
    byte[] broken =
        record("response", 4, "Content-Encoding: gzip\r\n", "no gzip at all".getBytes(UTF_8));

    List<Extraction> items = reader.read(join(broken, archive(false)), "a.warc");

    assertThat(items).hasSize(4);
    assertThat(((Rejected) items.get(0)).message()).contains("Record 1 of the archive");
    assertThat(items.subList(1, 4)).allMatch(Extracted.class::isInstance);
  }

  @Test
  void bombsAreBounded() throws IOException {
    ArticleReader careful = new ArticleReader(new ExtractLimits(100_000, 2, 1_000_000));
    byte[] deep = gzip(record("response", 1, "", new byte[5_000_000]));
    byte[] inside = record("response", 1, "Content-Encoding: gzip\r\n", gzip(new byte[50_000_000]));

    assertThat(((Rejected) last(careful.read(deep, "a.warc.gz"))).message())
        .contains("unpacks to more than 1,000,000 bytes");
    assertThat(((Rejected) careful.read(inside, "a.warc").get(0)).code())
        .isEqualTo(DeadLetterCode.TOO_LARGE);
    assertThat(((Rejected) last(careful.read(archive(false), "a.warc"))).message())
        .contains("more than 2 records");
    byte[] plain = record("response", 1, "Content-Type: image/png\r\n", new byte[2_000_000]);
    assertThat(((Rejected) last(careful.read(plain, "a.warc"))).message())
        .contains("unpacks to more than 1,000,000 bytes");
  }

  @Test
  void theHeaderOfARecordIsBounded() throws IOException {
    byte[] tooLong = record("response\r\nX-Long: " + "a".repeat(1_100_000), 4, "", new byte[0]);
    byte[] fits = record("response\r\nX-Long: " + "a".repeat(900_000), 4, "", new byte[0]);

    List<Extraction> broken = reader.read(join(tooLong, archive(false)), "a.warc");
    List<Extraction> read = reader.read(gzip(join(fits, archive(false))), "a.warc.gz");

    assertThat(broken).hasSize(1);
    assertThat(((Rejected) broken.get(0)).message()).contains("a header takes more than 1,000,000");
    assertThat(read).filteredOn(Extracted.class::isInstance).hasSize(3);
  }

  /** A body may be longer than a header, also one that is passed over. */
  @Test
  void aLongHeaderOfAnAnswerCostsItsRecordAlone() throws IOException {
    byte[] header = record("response", 4, "X-Long: " + "a".repeat(1_100_000) + "\r\n", new byte[0]);
    byte[] body = record("response", 5, "Content-Type: image/png\r\n", new byte[3_000_000]);

    List<Extraction> items = reader.read(join(join(header, body), archive(false)), "a.warc");

    assertThat(items).hasSize(4);
    assertThat(((Rejected) items.get(0)).message())
        .contains("Record 1 of the archive", "a header takes more than 1,000,000 bytes");
    assertThat(items.subList(1, 4)).allMatch(Extracted.class::isInstance);
  }

  private static Extraction last(List<Extraction> items) {
    return items.get(items.size() - 1);
  }

  private static byte[] archive(boolean packed) throws IOException {
    byte[] info = record("warcinfo", 0, "", "software: tests\r\n".getBytes(UTF_8));
    byte[] first =
        record(
            "response",
            1,
            "Content-Type: text/html; charset=windows-1251\r\n",
            PAGE.formatted(1, 1).getBytes(Charset.forName("windows-1251")));
    byte[] picture = record("response", 9, "Content-Type: image/png\r\n", new byte[50]);
    byte[] second =
        record(
            "response",
            2,
            "Content-Encoding: gzip\r\n",
            gzip(PAGE.formatted(2, 2).getBytes(UTF_8)));
    byte[] third = record("response", 3, "", PAGE.formatted(3, 3).getBytes(UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] record : List.of(info, first, picture, second, third)) {
      out.write(packed ? gzip(record) : record);
    }
    return out.toByteArray();
  }

  /** A record; a response is one of HTTP, of HTML where no header says otherwise. */
  private static byte[] record(String type, int number, String headers, byte[] body)
      throws IOException {
    boolean response = type.equals("response");
    String html = headers.contains("Content-Type") ? "" : "Content-Type: text/html\r\n";
    byte[] http =
        response
            ? join(
                ("HTTP/1.1 200 OK\r\n" + html + headers + "Content-Length: " + body.length)
                    .concat("\r\n\r\n")
                    .getBytes(ISO_8859_1),
                body)
            : body;
    String header =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000"
            + number
            + ">\r\nWARC-Date: 2026-11-02T09:00:00Z\r\n"
            + (response ? "WARC-Target-URI: https://harbour.example/p?" + number + "\r\n" : "")
            + "Content-Type: "
            + (response ? "application/http; msgtype=response" : "application/warc-fields")
            + "\r\nContent-Length: "
            + http.length
            + "\r\n\r\n";
    return join(header.getBytes(ISO_8859_1), join(http, "\r\n\r\n".getBytes(ISO_8859_1)));
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
