package dev.dateline.ingest.sitemap;

import dev.dateline.ingest.gzip.GzipStream;
import dev.dateline.ingest.text.Ampersands;
import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.TextCharset;
import dev.dateline.ingest.text.XmlCharset;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads sitemaps (sitemaps.org 0.9, Google's news extension) leniently: in XML, as plain lists of
 * addresses, and both in gzip. Of a sitemap that is cut in the middle the entries before the cut
 * are read. A document type is passed over and its entities are not expanded.
 */
public final class SitemapReader {

  /** The protocol's limit for one sitemap, unpacked. */
  private static final int LARGEST = 52_428_800;

  private SitemapReader() {}

  /**
   * Begins to read a sitemap. Its text lies in memory, its entries come one by one.
   *
   * @param charset as the transport declares it
   * @param address where the sitemap was fetched from; relative addresses are resolved against it
   * @throws UnreadableSitemapException where the bytes are no sitemap
   */
  public static Sitemap read(byte[] bytes, @Nullable String charset, @Nullable String address)
      throws UnreadableSitemapException {
    byte[] plain = TextCharset.startsWith(bytes, 0x1F, 0x8B) ? unpacked(bytes) : bytes;
    String text =
        TextCharset.decode(plain, charset, XmlCharset.declared(plain)).text().stripLeading();
    if (text.startsWith("<")) {
      return XmlSitemap.read(Ampersands.escaped(text), address);
    }
    if (CanonicalUrl.of(text.lines().findFirst().orElse("")).isEmpty()) {
      throw new UnreadableSitemapException(
          "It is no sitemap: neither XML nor a list of addresses. Check its address.");
    }
    return new Sitemap(false, text.lines().flatMap(SitemapReader::ofLine));
  }

  private static Stream<SitemapEntry> ofLine(String line) {
    return CanonicalUrl.of(line).stream()
        .map(url -> new SitemapEntry(url, null, null, null, null, null));
  }

  /** What is inside of gzip; of a broken archive what comes before the break. */
  private static byte[] unpacked(byte[] bytes) throws UnreadableSitemapException {
    ByteArrayOutputStream read = new ByteArrayOutputStream(bytes.length * 4);
    byte[] block = new byte[32 * 1024];
    try (InputStream gzip = new GzipStream(new ByteArrayInputStream(bytes), block.length)) {
      for (int length = 0; length >= 0 && read.size() <= LARGEST; length = gzip.read(block)) {
        read.write(block, 0, length);
      }
    } catch (IOException e) {
      if (read.size() == 0) {
        throw new UnreadableSitemapException(
            "It is gzip, but broken: " + e.getMessage() + ". Fetch it again, whole.");
      }
    }
    if (read.size() > LARGEST) {
      throw new UnreadableSitemapException(
          String.format(
              Locale.ROOT,
              "It unpacks to more than %,d bytes, the limit for a sitemap. Split it.",
              LARGEST));
    }
    return read.toByteArray();
  }
}
