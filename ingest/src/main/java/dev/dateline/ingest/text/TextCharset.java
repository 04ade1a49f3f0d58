package dev.dateline.ingest.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text: byte order mark, then UTF-8 where the bytes are valid UTF-8, then the declared
 * charset where the bytes are valid in it, then detection. UTF-8 comes before the declaration,
 * because text in another charset is hardly ever valid UTF-8 by chance.
 */
public final class TextCharset {

  /** Text and the IANA name of the charset that it was decoded with. */
  public record Decoded(String text, String charset) {}

  /**
   * Labels that mean a larger charset in practice, after the WHATWG Encoding Standard; the name
   * that is reported, and Java's name of the charset that decodes it.
   */
  private static final Map<String, String[]> LABELS =
      Map.ofEntries(
          Map.entry("ISO-8859-1", new String[] {"windows-1252", "windows-1252"}),
          Map.entry("US-ASCII", new String[] {"windows-1252", "windows-1252"}),
          Map.entry("ISO-8859-9", new String[] {"windows-1254", "windows-1254"}),
          Map.entry("TIS-620", new String[] {"windows-874", "x-windows-874"}),
          Map.entry("x-windows-874", new String[] {"windows-874", "x-windows-874"}),
          Map.entry("GB2312", new String[] {"GB18030", "GB18030"}),
          Map.entry("GBK", new String[] {"GB18030", "GB18030"}),
          Map.entry("Shift_JIS", new String[] {"Shift_JIS", "windows-31j"}),
          Map.entry("windows-31j", new String[] {"Shift_JIS", "windows-31j"}),
          Map.entry("EUC-KR", new String[] {"EUC-KR", "x-windows-949"}),
          Map.entry("x-windows-949", new String[] {"EUC-KR", "x-windows-949"}),
          Map.entry("x-MacCyrillic", new String[] {"x-mac-cyrillic", "x-MacCyrillic"}),
          Map.entry("Big5", new String[] {"Big5", "Big5-HKSCS"}));

  private TextCharset() {}

  /**
   * @param declared charsets as declared, most trusted first; unknown names are passed over
   */
  public static Decoded decode(byte[] bytes, @Nullable String... declared) {
    Decoded marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    Optional<String> utf8 = strict(bytes, UTF_8);
    if (utf8.isPresent() && !hasEscapes(bytes)) {
      return new Decoded(utf8.get(), "UTF-8");
    }
    for (@Nullable String label : declared) {
      Optional<Decoded> decoded = label == null ? Optional.empty() : by(label, bytes);
      if (decoded.isPresent()) {
        return decoded.get();
      }
    }
    if (utf8.isPresent() && !isEscaped(bytes)) {
      return new Decoded(utf8.get(), "UTF-8");
    }
    if (isDamagedUtf8(bytes)) {
      return new Decoded(new String(bytes, UTF_8), "UTF-8");
    }
    String label = CharsetGuess.of(bytes);
    return by(label, bytes).orElseGet(() -> lenient(bytes, label));
  }

  private static Optional<Decoded> by(String label, byte[] bytes) {
    return charset(label)
        .filter(charset -> !charset.equals(UTF_8))
        .flatMap(
            charset -> {
              String[] names = LABELS.getOrDefault(charset.name(), new String[0]);
              String name = names.length == 0 ? charset.name() : names[0];
              Charset decoder = names.length == 0 ? charset : Charset.forName(names[1]);
              return strict(bytes, decoder)
                  .filter(text -> isPlausible(text))
                  .map(text -> new Decoded(text, name));
            });
  }

  /** Decodes with replacement characters: damaged in places, but the best there is. */
  public static Decoded lenient(byte[] bytes, String label) {
    Charset charset = charset(label).orElse(UTF_8);
    String[] names =
        LABELS.getOrDefault(charset.name(), new String[] {charset.name(), charset.name()});
    return new Decoded(new String(bytes, Charset.forName(names[1])), names[0]);
  }

  private static @Nullable Decoded byMark(byte[] b) {
    if (startsWith(b, 0xEF, 0xBB, 0xBF)) {
      return new Decoded(new String(b, 3, b.length - 3, UTF_8), "UTF-8");
    }
    if (startsWith(b, 0xFF, 0xFE, 0, 0) || startsWith(b, 0, 0, 0xFE, 0xFF)) {
      String name = b[0] == 0 ? "UTF-32BE" : "UTF-32LE";
      return new Decoded(new String(b, 4, b.length - 4, Charset.forName(name)), name);
    }
    if (startsWith(b, 0xFF, 0xFE) || startsWith(b, 0xFE, 0xFF)) {
      String name = (b[0] & 0xFF) == 0xFE ? "UTF-16BE" : "UTF-16LE";
      return new Decoded(new String(b, 2, b.length - 2, Charset.forName(name)), name);
    }
    String wide = WideText.unmarked(b);
    return wide == null ? null : new Decoded(new String(b, Charset.forName(wide)), wide);
  }

  public static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  public static Optional<Charset> charset(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    try {
      return switch (name) {
        case "" -> Optional.empty();
        case "x-sjis", "sjis" -> Optional.of(Charset.forName("Shift_JIS"));
        case "x-gbk", "gb_2312-80" -> Optional.of(Charset.forName("GBK"));
        case "ks_c_5601-1987", "ksc5601" -> Optional.of(Charset.forName("EUC-KR"));
        case "win-1251", "cp-1251", "x-cp1251" -> Optional.of(Charset.forName("windows-1251"));
        case "dos-874", "windows-874" -> Optional.of(Charset.forName("x-windows-874"));
        default -> Optional.of(Charset.forName(name));
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** UTF-8 with few faults: for each of them twenty sequences that hardly arise by chance. */
  private static boolean isDamagedUtf8(byte[] bytes) {
    long good = 0;
    long bad = 0;
    for (int i = 0; i < bytes.length; i++) {
      int following = Integer.numberOfLeadingZeros(~(bytes[i] << 24)) - 1;
      if (bytes[i] >= 0) {
        continue;
      }
      if (following < 1 || following > 3 || !continues(bytes, i, following)) {
        bad++;
      } else {
        good++;
        i += following;
      }
    }
    return good > bad * 20;
  }

  private static boolean continues(byte[] bytes, int lead, int following) {
    for (int i = lead + 1; i <= lead + following; i++) {
      if (i >= bytes.length || (bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  /** C1 control characters do not occur in text: they betray a wrong charset. */
  private static boolean isPlausible(String text) {
    int window = Math.min(text.length(), 100_000);
    int controls = 0;
    for (int i = 0; i < window; i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && c < 0xA0) {
        controls++;
      }
    }
    return controls * 200 <= window;
  }

  /** Whether ISO 2022 escapes occur, which make seven-bit bytes something else than ASCII. */
  private static boolean hasEscapes(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0x1B) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEscaped(byte[] bytes) {
    return CharsetGuess.of(bytes).startsWith("ISO-2022");
  }

  public static boolean startsWith(byte[] bytes, int... first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }
}
