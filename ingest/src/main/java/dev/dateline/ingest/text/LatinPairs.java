package dev.dateline.ingest.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often two letters follow each other in the languages of Latin script. The same byte is a
 * letter in every Latin charset, but only in the right one do the letters make words of a language.
 */
final class LatinPairs {

  private static final String RESOURCE = "latin-pairs.tsv";

  /** How much text is looked at: more hardly adds anything. */
  static final int WINDOW = 4096;

  private static final char LAST = 0x24F;

  /** Of ten thousand pairs, what is assumed of a pair that the table leaves out. */
  private static final double RARE = 0.1;

  private static final String LETTERS;
  private static final short[] INDEX = new short[LAST + 1];
  private static final List<float[]> LANGUAGES = new ArrayList<>();

  static {
    List<String[]> rows = rows();
    StringBuilder letters = new StringBuilder(" ");
    for (String[] row : rows) {
      for (int i = 1; i < row.length; i++) {
        for (char c : pair(row[i]).toCharArray()) {
          if (letters.indexOf(String.valueOf(c)) < 0) {
            letters.append(c);
          }
        }
      }
    }
    LETTERS = letters.toString();
    Arrays.fill(INDEX, (short) -1);
    for (int i = 0; i < LETTERS.length(); i++) {
      INDEX[LETTERS.charAt(i)] = (short) i;
    }
    for (String[] row : rows) {
      float[] table = new float[LETTERS.length() * LETTERS.length()];
      Arrays.fill(table, (float) Math.log(RARE));
      for (int i = 1; i < row.length; i++) {
        String pair = pair(row[i]);
        table[index(pair.charAt(0), pair.charAt(1))] =
            (float) Math.log(Integer.parseInt(row[i].substring(2)));
      }
      LANGUAGES.add(table);
    }
  }

  private final float[] language;
  private final double likelihood;

  /** Looks for the language in which the text is most likely. */
  LatinPairs(int[] text) {
    int length = Math.min(text.length, WINDOW);
    double[] sums = new double[LANGUAGES.size()];
    int before = ' ';
    for (int i = 0; i <= length; i++) {
      int c = i < length ? letter(text[i]) : ' ';
      if (c != ' ' || before != ' ') {
        int index = index(before, c);
        for (int j = 0; j < sums.length; j++) {
          sums[j] += index < 0 ? 2 * Math.log(RARE) : LANGUAGES.get(j)[index];
        }
      }
      before = c;
    }
    int best = 0;
    for (int j = 1; j < sums.length; j++) {
      best = sums[j] > sums[best] ? j : best;
    }
    this.language = LANGUAGES.get(best);
    this.likelihood = sums[best];
  }

  /** The logarithm, but for a term that is the same for all readings of the same bytes. */
  double likelihood() {
    return likelihood;
  }

  /** Whether the language has the two letters side by side. */
  boolean knows(int a, int b) {
    int index = index(letter(a), letter(b));
    return index >= 0 && language[index] >= 0;
  }

  private static int letter(int c) {
    return Character.isLetter(c) ? Character.toLowerCase(c) : ' ';
  }

  private static int index(int a, int b) {
    int first = a > LAST ? -1 : INDEX[a];
    int second = b > LAST ? -1 : INDEX[b];
    return first < 0 || second < 0 ? -1 : first * LETTERS.length() + second;
  }

  private static String pair(String entry) {
    return entry.substring(0, 2).replace('_', ' ');
  }

  /** A language each: its code, and pairs with how many of ten thousand they are. */
  private static List<String[]> rows() {
    try (InputStream in = LatinPairs.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + RESOURCE);
      }
      return new BufferedReader(new InputStreamReader(in, UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("[\t ]"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
