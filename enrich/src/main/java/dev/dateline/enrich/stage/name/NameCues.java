package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.text.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Words that tell of names in scripts without case: titles, heads of organisations and places,
 * verbs of speech, and persons of the news. One kind is one thing to the tagger in all languages,
 * so that what {@code ministry} teaches in one holds in the others. Words are compared in {@link
 * SharedLetters}, with up to {@value #LONGEST_ENDING} letters of an ending, and behind a word that
 * Amharic, Arabic and Hebrew write together with them. Immutable.
 */
final class NameCues {

  private static final String RESOURCE = "/dev/dateline/enrich/name/name-cues.tsv";

  /** In the order of their bits. */
  private static final List<String> KINDS = List.of("title", "org", "place", "person", "said");

  static final int TITLE = 1;
  static final int ORGANIZATION = 1 << 1;
  static final int PLACE = 1 << 2;
  static final int PERSON = 1 << 3;
  static final int SPEECH = 1 << 4;

  private static final int LONGEST = 48;
  private static final int LONGEST_ENDING = 4;

  /** Of a shorter word too many others begin like it. */
  private static final int SHORTEST_STEM = 5;

  /** A Korean syllable is a letter here. */
  private static final int SHORTEST_SYLLABLES = 2;

  private static final int SHORTEST_PREFIXED = 4;
  private static final String ETHIOPIC_PREFIXES = "የበለከ";
  private static final String HEBREW_PREFIXES = "ובלמהשכ";
  private static final String ARABIC_PREFIXES = "وبلف";

  /** Open addressing; a slot without kinds is free. */
  private final int[] hashes;

  private final byte[] kinds;

  private NameCues(List<String> lines) {
    int words = 0;
    for (String line : lines) {
      words += line.split(" ").length;
    }
    hashes = new int[Integer.highestOneBit(Math.max(8, words)) << 2];
    kinds = new byte[hashes.length];
    int[] prefixes = new int[LONGEST + 4];
    for (String line : lines) {
      String[] fields = line.split("\t", 3);
      int kind = 1 << KINDS.indexOf(fields[0]);
      for (String word : fields[2].split(" ")) {
        add(prefixes[hash(word, 0, word.length(), prefixes) - 1], kind);
      }
    }
  }

  /** The lists that ship with Dateline. */
  static NameCues shipped() {
    return Shipped.CUES;
  }

  private static final class Shipped {
    static final NameCues CUES = load();
  }

  /**
   * Lists of words.
   *
   * @param lines kind, language and words, parted by tabs and spaces
   */
  static NameCues of(List<String> lines) {
    return new NameCues(lines);
  }

  /** For each token the kinds of words that it may be, a bit each. */
  byte[] of(Tokens tokens, WordForms forms) {
    byte[] found = new byte[tokens.size()];
    int[] prefixes = new int[LONGEST + 4];
    for (int token = 0; token < found.length; token++) {
      if (forms.kind[token] == WordForms.CASELESS) {
        found[token] = find(tokens.text(), tokens.start(token), tokens.end(token), prefixes);
      }
    }
    return found;
  }

  private byte find(String text, int start, int end, int[] prefixes) {
    byte found = findAt(text, start, end, prefixes);
    int prefix = found == 0 && end - start >= SHORTEST_PREFIXED ? prefix(text, start) : 0;
    return prefix == 0 ? found : findAt(text, start + prefix, end, prefixes);
  }

  /** Letters that a word begins with that may be words of their own. */
  private static int prefix(String text, int start) {
    char first = text.charAt(start);
    return switch (Script.of(first)) {
      case Script.ETHIOPIC -> ETHIOPIC_PREFIXES.indexOf(first) < 0 ? 0 : 1;
      case Script.HEBREW -> HEBREW_PREFIXES.indexOf(first) < 0 ? 0 : 1;
      case Script.ARABIC ->
          text.startsWith("ال", start) ? 2 : ARABIC_PREFIXES.indexOf(first) < 0 ? 0 : 1;
      default -> 0;
    };
  }

  private byte findAt(String text, int start, int end, int[] prefixes) {
    int letters = hash(text, start, end, prefixes);
    byte found = letters < 2 ? 0 : kinds(prefixes[letters - 1]);
    boolean syllables = Script.of(text.charAt(start)) == Script.HANGUL;
    int shortest = syllables ? SHORTEST_SYLLABLES : SHORTEST_STEM;
    for (int cut = 1; found == 0 && cut <= LONGEST_ENDING && letters - cut >= shortest; cut++) {
      found = kinds(prefixes[letters - cut - 1]);
    }
    return found;
  }

  /** Writes the hash of each prefix of folded letters; returns the number of letters. */
  private static int hash(String text, int start, int end, int[] prefixes) {
    int hash = WordForms.SEED;
    int letters = 0;
    for (int i = start; i < end && letters < LONGEST; i++) {
      char c = text.charAt(i);
      if (LetterShape.of(c) == LetterShape.NONE) {
        continue;
      }
      char single = SharedLetters.single(c);
      if (single != 0) {
        hash = WordForms.step(hash, single);
        prefixes[letters++] = hash;
        continue;
      }
      String plain = SharedLetters.fold(c);
      for (int j = 0; j < plain.length(); j++) {
        hash = WordForms.step(hash, plain.charAt(j));
        prefixes[letters++] = hash;
      }
    }
    return letters;
  }

  private void add(int hash, int kind) {
    int slot = slot(hash);
    kinds[slot] |= (byte) kind;
    hashes[slot] = hash;
  }

  private byte kinds(int hash) {
    return kinds[slot(hash)];
  }

  /** Where a hash stands, or would stand. */
  private int slot(int hash) {
    int mask = hashes.length - 1;
    int slot = hash * 0x9E3779B9 >>> 9 & mask;
    while (kinds[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static NameCues load() {
    try (InputStream resource = NameCues.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      List<String> lines = new ArrayList<>();
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          lines.add(line);
        }
      }
      return of(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
