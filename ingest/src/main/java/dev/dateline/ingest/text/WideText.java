package dev.dateline.ingest.text;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells UTF-16 and UTF-32 where no byte order mark does. */
public final class WideText {

  private static final int SAMPLE = 32 * 1024;
  private static final int PAIRS = 2048;

  private WideText() {}

  /** The name of UTF-16 or UTF-32 in which bytes are written without a mark; null for others. */
  public static @Nullable String unmarked(byte[] bytes) {
    if (isUtf32(bytes, 24)) {
      return "UTF-32BE";
    }
    return isUtf32(bytes, 0) ? "UTF-32LE" : utf16(bytes);
  }

  /**
   * Whether every four bytes are a character, which in any other charset they hardly ever are.
   *
   * @param shift of the first byte: 24 for the big end first, 0 for the little one
   */
  private static boolean isUtf32(byte[] bytes, int shift) {
    if (bytes.length < 8 || bytes.length % 4 != 0) {
      return false;
    }
    for (int i = 0; i + 3 < Math.min(bytes.length, SAMPLE); i += 4) {
      int c = 0;
      for (int j = 0; j < 4; j++) {
        c |= (bytes[i + j] & 0xFF) << Math.abs(shift - 8 * j);
      }
      boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      if (c == 0 || surrogate || !Character.isValidCodePoint(c)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String utf16(byte[] bytes) {
    int pairs = Math.min(bytes.length / 2, PAIRS);
    if (pairs < 4 || bytes.length % 2 != 0) {
      return null;
    }
    String byZeros = byZeros(bytes, pairs);
    return byZeros != null || !isUnlikeBytes(bytes, pairs) ? byZeros : byScript(bytes, pairs);
  }

  /** Latin text shows as zero bytes on one side of most characters, hardly on the other. */
  private static @Nullable String byZeros(byte[] bytes, int pairs) {
    int first = 0;
    int second = 0;
    for (int i = 0; i < pairs; i++) {
      first += bytes[2 * i] == 0 ? 1 : 0;
      second += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (first * 3 > pairs && second * 20 <= first) {
      return "UTF-16BE";
    }
    return second * 3 > pairs && first * 20 <= second ? "UTF-16LE" : null;
  }

  /**
   * Whether there are control characters, which other charsets lack and UTF-16 has as halves of
   * letters, ideographs or spaces; and not ASCII nearly alone, whose pairs could be ideographs.
   */
  private static boolean isUnlikeBytes(byte[] bytes, int pairs) {
    int controls = 0;
    int printable = 0;
    for (int i = 0; i < 2 * pairs; i++) {
      int b = bytes[i] & 0xFF;
      boolean control = b < 0x20 && b != '\t' && b != '\n' && b != '\f' && b != '\r' && b != 0x1B;
      controls += control || b == 0x7F ? 1 : 0;
      printable += b >= 0x20 && b < 0x7F ? 1 : 0;
    }
    return controls * 64 >= pairs && printable * 10 < 17 * pairs;
  }

  private static @Nullable String byScript(byte[] bytes, int pairs) {
    double big = score(bytes, pairs, "UTF-16BE");
    double little = score(bytes, pairs, "UTF-16LE");
    if (Math.max(big, little) < 0.8) {
      return null;
    }
    return big > little ? "UTF-16BE" : "UTF-16LE";
  }

  /** A mean over the characters, at most 1; far below 0 where they are none. */
  private static double score(byte[] bytes, int pairs, String charset) {
    byte[] start = Arrays.copyOf(bytes, 2 * pairs);
    if (2 * pairs < bytes.length && isHighSurrogate(start, charset)) {
      start = Arrays.copyOf(start, start.length - 2);
    }
    Optional<String> text = TextCharset.strict(start, Charset.forName(charset));
    if (text.isEmpty()) {
      return -1;
    }
    int[] characters = text.get().codePoints().toArray();
    double sum = 0;
    int before = ' ';
    for (int c : characters) {
      sum += score(before, c);
      before = c;
    }
    return sum / characters.length;
  }

  private static boolean isHighSurrogate(byte[] start, String charset) {
    byte high = start[start.length - (charset.endsWith("BE") ? 2 : 1)];
    return (high & 0xFC) == 0xD8;
  }

  /**
   * Letters of one script follow each other, among spaces and common punctuation; and the
   * ideographs are those in use, not the rare ones that the swapped bytes of other scripts become.
   */
  private static double score(int before, int c) {
    if (c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0x7F) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE
        || type == Character.CONTROL) {
      return -10;
    }
    if (c >= 0x3000 && c < 0x3100 || c >= 0xFF00 && c < 0xFF60) {
      return 1; // kana, and the punctuation of East Asia
    }
    if (!TextShape.isWordPart(c)) {
      return c >= 0x2010 && c < 0x2040 || c < 0x800 ? 1 : 0;
    }
    if (c >= 0x3400 && c < 0x4E00 || c >= 0xA000 && c < 0xAC00) {
      return -1;
    }
    return TextShape.isWordPart(before) && !TextShape.mix(before, c) ? -1 : 1;
  }
}
