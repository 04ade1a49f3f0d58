package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.TextCharset;
import dev.dateline.ingest.text.TextCharset.Decoded;
import dev.dateline.ingest.text.XmlCharset;
import dev.dateline.schemas.DeadLetterCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles of one item that lies in memory. A pure function: every input gives at least
 * one {@link Extraction}, none throws.
 */
final class Extractor {

  private static final Pattern DECLARED_IN_HTML =
      Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s{0,5}=\\s{0,5}[\"']?([\\w.:-]{2,40})");

  private Extractor() {}

  /** Reads an item; archives are opened by {@link ArticleReader}. */
  static List<Extraction> read(RawItem raw) {
    Origin origin = Origin.of(raw);
    ItemKind kind =
        ItemSniffer.kind(
            Arrays.copyOf(raw.bytes(), Math.min(raw.bytes().length, ItemSniffer.WINDOW)),
            raw.location());
    return switch (kind) {
      case EMPTY -> List.of(empty(origin));
      case BINARY ->
          List.of(
              unreadable(
                  "The file is binary: it holds no text. Give text, HTML, ninjs, NewsML-G2, JSON or"
                      + " JSON Lines, also in .gz or .zip.",
                  origin));
      case ZIP, GZIP, WARC ->
          List.of(unreadable("The file is an archive inside of an archive. Unpack it.", origin));
      case TEXT, HTML, JSON, JSON_LINES, XML ->
          decoded(raw, kind, origin, CanonicalUrl.of(raw.location()).orElse(null), where(origin));
    };
  }

  /**
   * Reads a page that came with its address.
   *
   * @param address what the page says of itself is relative to
   */
  static List<Extraction> readPage(RawItem raw, @Nullable String address) {
    Origin origin = Origin.of(raw);
    String base = CanonicalUrl.of(address).orElse(null);
    return decoded(raw, ItemKind.HTML, origin, base, where(origin));
  }

  /** Reads one line of JSON Lines. */
  static List<Extraction> readLine(byte[] bytes, String location, int line) {
    RawItem raw = new RawItem(bytes, location, OptionalInt.of(line), null, null);
    Origin origin = Origin.of(raw);
    return decoded(raw, ItemKind.JSON_LINES, origin, null, where(origin));
  }

  /** Reads what is known to be JSON. */
  static List<Extraction> readJson(RawItem raw, String where) {
    Origin origin = Origin.of(raw);
    return raw.bytes().length == 0
        ? List.of(new Extraction.Rejected(DeadLetterCode.EMPTY, where + " is empty.", origin))
        : decoded(raw, ItemKind.JSON, origin, null, where);
  }

  private static List<Extraction> decoded(
      RawItem raw, ItemKind kind, Origin origin, @Nullable String address, String where) {
    Decoded decoded = TextCharset.decode(raw.bytes(), raw.charset(), declared(raw.bytes(), kind));
    Origin known = origin.as(kind.mediaType(), decoded.charset());
    try {
      return switch (kind) {
        case HTML -> List.of(single(HtmlReader.read(decoded.text(), address), known));
        case XML -> NewsMlReader.read(decoded.text(), known);
        case JSON, JSON_LINES -> JsonReader.read(decoded.text(), known, where);
        default -> List.of(single(TextReader.read(decoded.text()), known));
      };
    } catch (RuntimeException | StackOverflowError e) {
      // a fault of a reader must cost one item, never the stream
      return List.of(
          unreadable(
              "The reader for "
                  + kind.mediaType()
                  + " failed: "
                  + e.getClass().getSimpleName()
                  + ".",
              known));
    }
  }

  private static Extraction single(Optional<ExtractedArticle> article, Origin origin) {
    return article.isPresent()
        ? new Extraction.Extracted(article.get(), origin)
        : new Extraction.Rejected(
            DeadLetterCode.EMPTY, "There is no text in the file: nothing to store.", origin);
  }

  /** What messages call the place: a line of JSON Lines, or the file. */
  static String where(Origin origin) {
    return origin.item().isPresent() ? "Line " + (origin.item().getAsInt() + 1) : "The file";
  }

  static Extraction empty(Origin origin) {
    return new Extraction.Rejected(
        DeadLetterCode.EMPTY, "The file is empty. Write it again, whole.", origin);
  }

  static Extraction unreadable(String message, Origin origin) {
    return new Extraction.Rejected(DeadLetterCode.UNREADABLE, message, origin);
  }

  /** The charset that markup declares for itself. */
  static @Nullable String declared(byte[] bytes, ItemKind kind) {
    if (kind != ItemKind.HTML && kind != ItemKind.XML) {
      return null;
    }
    if (kind == ItemKind.HTML) {
      String head = new String(bytes, 0, Math.min(bytes.length, 8192), ISO_8859_1);
      Matcher declaration = DECLARED_IN_HTML.matcher(head);
      if (declaration.find()) {
        return declaration.group(1);
      }
    }
    return XmlCharset.declared(bytes);
  }
}
