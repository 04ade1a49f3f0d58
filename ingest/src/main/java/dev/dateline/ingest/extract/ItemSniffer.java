package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dateline.ingest.text.TextCharset;
import dev.dateline.ingest.text.WideText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells what an item is: by its first bytes, and by its name only where these leave it open. */
final class ItemSniffer {

  /** How many first bytes are looked at. */
  static final int WINDOW = 64 * 1024;

  private static final int MOST_CONTROLS = 3;

  private static final Map<String, ItemKind> MAGIC =
      Map.ofEntries(
          Map.entry("PK\u0003\u0004", ItemKind.ZIP),
          Map.entry("PK\u0005\u0006", ItemKind.ZIP),
          Map.entry("\u001f\u008b", ItemKind.GZIP),
          Map.entry("WARC/", ItemKind.WARC),
          Map.entry("%PDF", ItemKind.BINARY),
          Map.entry("\u0089PNG", ItemKind.BINARY),
          Map.entry("GIF8", ItemKind.BINARY),
          Map.entry("\u00ff\u00d8\u00ff", ItemKind.BINARY),
          Map.entry("RIFF", ItemKind.BINARY),
          Map.entry("\u007fELF", ItemKind.BINARY),
          Map.entry("\u00d0\u00cf\u0011\u00e0", ItemKind.BINARY),
          Map.entry("7z\u00bc\u00af", ItemKind.BINARY),
          Map.entry("\u00fd7zXZ", ItemKind.BINARY),
          Map.entry("(\u00b5/\u00fd", ItemKind.BINARY),
          Map.entry("BZh", ItemKind.BINARY),
          Map.entry("Rar!", ItemKind.BINARY),
          Map.entry("SQLite format 3", ItemKind.BINARY));

  private static final Map<String, ItemKind> ARCHIVE_NAMES =
      Map.of("zip", ItemKind.ZIP, "gz", ItemKind.GZIP, "warc", ItemKind.WARC);

  private static final Set<String> HTML_ROOTS =
      Set.of("html", "head", "body", "article", "main", "div", "p", "h1", "meta", "title");

  private ItemSniffer() {}

  /**
   * @param first the first bytes, {@link #WINDOW} of them where there are as many
   * @param name file name or location
   */
  static ItemKind kind(byte[] first, String name) {
    if (first.length == 0) {
      return ItemKind.EMPTY;
    }
    String ending = FileNames.ending(name);
    String start = new String(first, 0, Math.min(first.length, 32), ISO_8859_1);
    for (Map.Entry<String, ItemKind> magic : MAGIC.entrySet()) {
      if (start.startsWith(magic.getKey())) {
        return magic.getValue();
      }
    }
    ItemKind archive = ARCHIVE_NAMES.get(ending);
    if (archive != null) {
      return archive;
    }
    if (isBinary(first)) {
      return ItemKind.BINARY;
    }
    return ofText(seven(first), ending);
  }

  /** What text is, by its ASCII characters. */
  private static ItemKind ofText(String text, String ending) {
    String start = text.stripLeading();
    if (start.isEmpty()) {
      return ItemKind.EMPTY;
    }
    if (ending.equals("jsonl") || ending.equals("ndjson")) {
      return ItemKind.JSON_LINES;
    }
    if (start.charAt(0) == '{') {
      return JsonShape.isLines(start) ? ItemKind.JSON_LINES : ItemKind.JSON;
    }
    if (start.charAt(0) == '[' && (ending.equals("json") || JsonShape.isArray(start))) {
      return ItemKind.JSON;
    }
    if (ending.equals("json")) {
      return ItemKind.JSON;
    }
    if (start.charAt(0) == '<') {
      return ofMarkup(start, ending);
    }
    return ending.startsWith("htm") || ending.equals("xhtml")
        ? ItemKind.HTML
        : ending.equals("xml") ? ItemKind.XML : ItemKind.TEXT;
  }

  private static ItemKind ofMarkup(String start, String ending) {
    String root = rootElement(start);
    if (HTML_ROOTS.contains(root)) {
      return ItemKind.HTML;
    }
    if (start.startsWith("<?xml") || ending.equals("xml") || Neighbours.XML_ROOTS.contains(root)) {
      return ItemKind.XML;
    }
    if (ending.startsWith("htm") || ending.equals("xhtml")) {
      return ItemKind.HTML;
    }
    String opening = start.substring(0, Math.min(start.length(), 4096)).toLowerCase(Locale.ROOT);
    if (opening.contains("<html")) {
      return ItemKind.HTML;
    }
    return opening.contains("xmlns") ? ItemKind.XML : ItemKind.TEXT;
  }

  /** The name of the first element, or of the document type that stands before it. */
  private static String rootElement(String markup) {
    int at = 0;
    while (at >= 0 && markup.startsWith("<", at)) {
      if (markup.startsWith("<!--", at)) {
        at = after(markup, "-->", at);
      } else if (markup.startsWith("<?", at)) {
        at = after(markup, "?>", at);
      } else {
        boolean type = markup.regionMatches(true, at, "<!doctype", 0, 9);
        int start = type ? skipSpace(markup, at + 9) : at + 1;
        int end = start;
        while (end < markup.length() && isNameCharacter(markup.charAt(end))) {
          end++;
        }
        return markup.substring(start, end).toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  private static int after(String markup, String end, int from) {
    int at = markup.indexOf(end, from);
    return at < 0 ? -1 : skipSpace(markup, at + end.length());
  }

  private static int skipSpace(String markup, int from) {
    int at = from;
    while (at < markup.length() && markup.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '.' || c == '_';
  }

  /**
   * More than a few control characters, and more than one in a hundred bytes, in a charset that is
   * not wide.
   */
  private static boolean isBinary(byte[] first) {
    if (TextCharset.startsWith(first, 0xFF, 0xFE)
        || TextCharset.startsWith(first, 0xFE, 0xFF)
        || TextCharset.startsWith(first, 0, 0, 0xFE, 0xFF)
        || WideText.unmarked(first) != null) {
      return false;
    }
    int window = Math.min(first.length, 8192);
    int controls = 0;
    for (int i = 0; i < window; i++) {
      int b = first[i] & 0xFF;
      if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B || b == 0x7F) {
        controls++;
      }
    }
    return controls > MOST_CONTROLS + window / 100;
  }

  /** The ASCII characters among the bytes; other ones become a question mark. */
  private static String seven(byte[] first) {
    boolean wide = first.length > 1 && (first[0] == 0 || first[1] == 0 || isWideMark(first));
    byte[] narrow = wide ? withoutZeros(first) : first;
    int start = TextCharset.startsWith(narrow, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    char[] out = new char[narrow.length - start];
    for (int i = start; i < narrow.length; i++) {
      out[i - start] = narrow[i] < 0 ? '?' : (char) narrow[i];
    }
    return new String(out);
  }

  private static boolean isWideMark(byte[] b) {
    return TextCharset.startsWith(b, 0xFF, 0xFE) || TextCharset.startsWith(b, 0xFE, 0xFF);
  }

  private static byte[] withoutZeros(byte[] bytes) {
    byte[] out = new byte[bytes.length];
    int length = 0;
    for (int i = isWideMark(bytes) ? 2 : 0; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        out[length++] = bytes[i];
      }
    }
    return Arrays.copyOf(out, length);
  }
}
