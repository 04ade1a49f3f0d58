package dev.dateline.ingest.text;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A charset that UTF-8 is mistaken for: finds the characters of a text that are, as bytes of that
 * charset, multi-byte sequences of UTF-8 (RFC 3629, table 3-7 of the Unicode standard).
 */
enum Misreading {
  WINDOWS_1252("windows-1252"),
  WINDOWS_1250("windows-1250"),
  WINDOWS_1251("windows-1251"),
  MACINTOSH("x-MacRoman");

  /** Characters [start, end) of a text, and the code point that their bytes spell. */
  record Sequence(int start, int end, int codePoint) {}

  /** What a sequence spells of which a byte was lost: the replacement character. */
  static final int LOST = '\uFFFD';

  private static final short NONE = -1;

  private final short[] bytes = new short[1 << Character.SIZE];

  Misreading(String charset) {
    Arrays.fill(bytes, NONE);
    for (int value = 0x80; value < 0x100; value++) {
      char c = new String(new byte[] {(byte) value}, Charset.forName(charset)).charAt(0);
      if (c != '\uFFFD') {
        bytes[c] = (short) value;
      }
    }
    if (charset.equals("windows-1252")) {
      // ISO 8859-1 and browsers' windows-1252 read the bytes below A0 as control characters
      for (int value = 0x80; value < 0xA0; value++) {
        bytes[value] = (short) value;
      }
    }
  }

  List<Sequence> sequences(String text) {
    List<Sequence> found = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int length = length(bytes[text.charAt(i)]);
      int codePoint = length == 0 ? NONE : codePoint(text, i, length);
      if (codePoint == NONE) {
        i++;
      } else {
        found.add(new Sequence(i, i + length, codePoint));
        i += length;
      }
    }
    return found;
  }

  private int codePoint(String text, int start, int length) {
    if (start + length > text.length()) {
      return NONE;
    }
    int codePoint = bytes[text.charAt(start)] & (0x7F >> length);
    boolean lost = false;
    for (int i = start + 1; i < start + length; i++) {
      lost |= text.charAt(i) == LOST;
      int value = text.charAt(i) == LOST ? 0x80 : bytes[text.charAt(i)];
      if (value == NONE || (value & 0xC0) != 0x80) {
        return NONE;
      }
      codePoint = codePoint << 6 | value & 0x3F;
    }
    if (lost) {
      return LOST;
    }
    boolean overlong = codePoint < (length == 3 ? 0x800 : length == 4 ? 0x10000 : 0x80);
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return overlong || surrogate || !Character.isDefined(codePoint) ? NONE : codePoint;
  }

  /** How many bytes the sequence has that begins with this one; 0 for what begins none. */
  private static int length(int lead) {
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }
}
