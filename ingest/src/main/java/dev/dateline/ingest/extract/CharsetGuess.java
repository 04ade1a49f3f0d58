package dev.dateline.ingest.extract;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Guesses a charset from the bytes alone. */
final class CharsetGuess {

  private static final int SAMPLE = 32 * 1024;
  private static final String FALLBACK = "windows-1252";

  private CharsetGuess() {}

  /** The most likely charset of text that is not UTF-8. */
  static String of(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(sample(bytes));
    for (CharsetMatch match : detector.detectAll()) {
      String name = match.getName();
      if (!name.startsWith("UTF-") && !name.startsWith("IBM4")) {
        return superset(name);
      }
    }
    return FALLBACK;
  }

  /** ICU names a Windows charset only where it sees its extra characters. */
  private static String superset(String name) {
    return switch (name) {
      case "ISO-8859-1" -> "windows-1252";
      case "ISO-8859-9" -> "windows-1254";
      case "ISO-8859-8-I", "ISO-8859-8" -> "windows-1255";
      case "ISO-8859-7" -> "windows-1253";
      case "GB18030" -> "GB18030";
      default -> name;
    };
  }

  /** Text without markup, rich in bytes that tell charsets apart. */
  private static byte[] sample(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(SAMPLE);
    boolean inTag = false;
    boolean rich = false;
    int lineStart = 0;
    byte[] line = new byte[4096];
    for (int i = 0; i < bytes.length && out.size() < SAMPLE; i++) {
      byte b = bytes[i];
      if (b == '<') {
        inTag = true;
      }
      if (!inTag) {
        line[lineStart++] = b;
        rich |= b < 0 || b == 0x1B;
      }
      if (b == '>') {
        inTag = false;
      }
      if (b == '\n' || lineStart == line.length || i == bytes.length - 1) {
        if (rich) {
          out.write(line, 0, lineStart);
        }
        lineStart = 0;
        rich = false;
      }
    }
    return out.toByteArray();
  }

  /** UTF-16 without a mark shows as zero bytes on one side of most characters. */
  static @Nullable String unmarkedUtf16(byte[] bytes) {
    int pairs = Math.min(bytes.length, 4096) / 2;
    if (pairs < 4 || bytes.length % 2 != 0) {
      return null;
    }
    int first = 0;
    int second = 0;
    for (int i = 0; i < pairs; i++) {
      first += bytes[2 * i] == 0 ? 1 : 0;
      second += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (first * 3 > pairs && second == 0) {
      return "UTF-16BE";
    }
    return second * 3 > pairs && first == 0 ? "UTF-16LE" : null;
  }
}
