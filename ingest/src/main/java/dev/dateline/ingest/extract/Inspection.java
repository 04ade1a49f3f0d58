package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.HtmlText;
import dev.dateline.ingest.text.TextCharset;
import dev.dateline.ingest.text.TextCharset.Decoded;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What some bytes are, as far as it can be told without reading articles from them.
 *
 * @param kind {@code text}, {@code html}, {@code json}, {@code json_lines}, {@code xml}, {@code
 *     zip}, {@code gzip}, {@code warc}, {@code binary} or {@code empty}
 * @param charset IANA name; null where there is no text
 * @param text in plain, without markup, names of members and escapes; empty where there is none
 */
public record Inspection(String kind, @Nullable String charset, String text) {

  /**
   * Inspects bytes.
   *
   * @param location file name or address; decides only what the bytes leave open
   */
  public static Inspection of(byte[] bytes, String location) {
    ItemKind kind =
        ItemSniffer.kind(
            Arrays.copyOf(bytes, Math.min(bytes.length, ItemSniffer.WINDOW)), location);
    String name = kind.name().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case TEXT, JSON, JSON_LINES, HTML, XML -> {
        Decoded decoded = TextCharset.decode(bytes, Extractor.declared(bytes, kind));
        yield new Inspection(name, decoded.charset(), plain(kind, decoded.text()));
      }
      default -> new Inspection(name, null, "");
    };
  }

  private static String plain(ItemKind kind, String text) {
    return switch (kind) {
      case HTML -> HtmlText.prose(text);
      case XML -> ValueText.ofXml(text);
      case JSON, JSON_LINES -> ValueText.ofJson(text, kind == ItemKind.JSON_LINES);
      default -> text;
    };
  }
}
