package dev.dateline.ingest.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Guesses a charset from the bytes alone. */
public final class CharsetGuess {

  private static final int SAMPLE = 32 * 1024;
  private static final String FALLBACK = "windows-1252";

  /** The letters' frequencies tell these apart, so they share what ICU says of any of them. */
  private static final List<String> CYRILLIC =
      List.of(
          "windows-1251", "KOI8-R", "KOI8-U", "ISO-8859-5", "IBM866", "IBM855", "x-MacCyrillic");

  private static final List<String> OTHERS = List.of("windows-874");

  private CharsetGuess() {}

  /** The most likely charset of text that is not UTF-8. */
  public static String of(byte[] bytes) {
    byte[] sample = sample(bytes);
    String best = FALLBACK;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Double> candidate : candidates(sample).entrySet()) {
      String text = TextCharset.lenient(sample, candidate.getKey()).text();
      double score = candidate.getValue() + TextShape.score(text);
      if (score > bestScore) {
        best = candidate.getKey();
        bestScore = score;
      }
    }
    return best;
  }

  /** What ICU takes for possible, with its confidence of 0 to 1; and what ICU does not know. */
  private static Map<String, Double> candidates(byte[] sample) {
    Map<String, Double> candidates = new LinkedHashMap<>();
    CharsetDetector detector = new CharsetDetector();
    detector.setText(sample);
    for (CharsetMatch match : detector.detectAll()) {
      String name = match.getName();
      if (name.startsWith("ISO-2022")) {
        return Map.of(name, 1.0);
      }
      if (!name.startsWith("UTF-") && !name.startsWith("IBM4")) {
        candidates.putIfAbsent(superset(name), match.getConfidence() / 100.0);
        candidates.putIfAbsent(name, match.getConfidence() / 100.0);
      }
    }
    share(CYRILLIC, candidates);
    double latin = most(LatinCharset.NAMES, candidates);
    candidates.keySet().removeAll(LatinCharset.NAMES);
    candidates.put(LatinCharset.of(sample), latin);
    OTHERS.forEach(name -> candidates.putIfAbsent(name, 0.0));
    return candidates;
  }

  private static void share(List<String> charsets, Map<String, Double> candidates) {
    double most = most(charsets, candidates);
    charsets.forEach(name -> candidates.put(name, most));
  }

  private static double most(Collection<String> charsets, Map<String, Double> candidates) {
    return charsets.stream()
        .mapToDouble(name -> candidates.getOrDefault(name, 0.0))
        .max()
        .orElse(0);
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
      if (b == '<' && i + 1 < bytes.length && (bytes[i + 1] == '/' || isLetter(bytes[i + 1]))) {
        inTag = true; // and not in CDATA, which holds text
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

  private static boolean isLetter(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
  }
}
