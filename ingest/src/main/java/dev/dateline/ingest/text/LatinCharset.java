package dev.dateline.ingest.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses among the charsets of Latin script, by the words that they make of the bytes. */
final class LatinCharset {

  private static final double IMPOSSIBLE = -10;
  private static final double ODD = -7;

  /** How much less likely than the first a charset is, before a text is looked at. */
  private static final Map<String, Double> CHARSETS =
      Map.ofEntries(
          Map.entry("windows-1252", 0.0),
          Map.entry("windows-1250", -0.5),
          Map.entry("windows-1254", -0.5),
          Map.entry("ISO-8859-2", -1.0),
          Map.entry("windows-1257", -1.0),
          Map.entry("ISO-8859-15", -1.5),
          Map.entry("ISO-8859-13", -2.0),
          Map.entry("x-MacRoman", -20.0),
          Map.entry("IBM850", -20.0),
          Map.entry("IBM852", -20.0));

  /** All Latin charsets, those too that another one contains. */
  static final Set<String> NAMES =
      Stream.concat(CHARSETS.keySet().stream(), Stream.of("ISO-8859-1", "ISO-8859-9"))
          .collect(Collectors.toUnmodifiableSet());

  private LatinCharset() {}

  static String of(byte[] sample) {
    byte[] bytes = Arrays.copyOf(sample, Math.min(sample.length, LatinPairs.WINDOW));
    String best = "windows-1252";
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Double> charset : CHARSETS.entrySet()) {
      int[] text = TextCharset.lenient(bytes, charset.getKey()).text().codePoints().toArray();
      double score = charset.getValue() + new LatinPairs(text).likelihood();
      for (int i = 0; i < text.length; i++) {
        score += text[i] > 0x7F ? fault(text, i) : 0;
      }
      // equal text has equal scores but for the first term, so the order does not matter
      if (score > most) {
        most = score;
        best = charset.getKey();
      }
    }
    return best;
  }

  /** What a character takes away that is not where text has it. */
  private static double fault(int[] text, int i) {
    int c = text[i];
    int before = i == 0 ? ' ' : text[i - 1];
    int after = i + 1 == text.length ? ' ' : text[i + 1];
    if (TextShape.isNoise(c)) {
      return IMPOSSIBLE;
    }
    boolean touches = Character.isLetter(before) || Character.isLetter(after);
    boolean inside = Character.isLetter(before) && Character.isLetter(after);
    if (Character.isLetter(c)) {
      return Character.isUpperCase(c) && Character.isLowerCase(before) ? ODD : 0;
    }
    if (!touches || isJoint(c)) {
      return 0;
    }
    return inside ? 2 * ODD : isUnwordly(c, after) ? ODD : 0;
  }

  /** Apostrophes, dashes and the like; and the dot of Catalan. */
  private static boolean isJoint(int c) {
    return c >= 0x2010 && c < 0x201A || c == '´' || c == '·' || c == 0xAD;
  }

  /** Signs that do not touch words, other than quotation marks and units of measure. */
  private static boolean isUnwordly(int c, int after) {
    return switch (Character.getType(c)) {
      case Character.MODIFIER_SYMBOL, Character.MATH_SYMBOL -> true;
      case Character.OTHER_NUMBER -> c != '²' && c != '³';
      case Character.CURRENCY_SYMBOL -> Character.isLetter(after);
      case Character.OTHER_SYMBOL -> c == '¦' || c != '°' && Character.isLowerCase(after);
      default -> false;
    };
  }
}
