package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.text.LetterCase;
import dev.dateline.enrich.stage.text.Tokens;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;

/**
 * Given and family names of many languages, as hashes of their folded letters, so that a name is
 * found in whatever script a language writes it. Inflected forms are found by cutting endings.
 */
public final class PersonNames implements NameFlags {

  /** A given name. */
  public static final int GIVEN = 1 << 12;

  /** A family name. */
  public static final int FAMILY = 1 << 13;

  /** A given name but for an ending. */
  public static final int GIVEN_INFLECTED = 1 << 14;

  /** A family name but for an ending. */
  public static final int FAMILY_INFLECTED = 1 << 15;

  private static final String RESOURCE = "/dev/dateline/enrich/name/person-names.bin";
  private static final int MAGIC = 0x444C504E;
  private static final int MOST_NAMES = 1 << 20;
  private static final int SHORTEST_STEM = 4;
  private static final int LONGEST = 40;
  private static final int SEED = 0x811C9DC5;

  private static final int FILTER_BITS = 20;
  private static final int BEGIN_BITS = 14;

  /** In ascending order. */
  private final int[] hashes;

  private final byte[] kinds;

  /** For each value of a hash's upper bits where the first one stands that is no lower. */
  private final int[] begins = new int[(1 << BEGIN_BITS) + 1];

  /** Turns most words that are no names away without a search. */
  private final BitSet filter = new BitSet(1 << FILTER_BITS);

  private PersonNames(int[] hashes, byte[] kinds) {
    this.hashes = hashes;
    this.kinds = kinds;
    for (int hash : hashes) {
      filter.set(hash >>> 32 - FILTER_BITS);
      begins[begin(hash) + 1]++;
    }
    for (int i = 1; i < begins.length; i++) {
      begins[i] += begins[i - 1];
    }
  }

  /** The lists that ship with Dateline. */
  public static PersonNames load() {
    try (InputStream resource = PersonNames.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return read(new BufferedInputStream(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int[] of(Tokens tokens, LanguageGuess language) {
    int[] flags = new int[tokens.size()];
    int[] prefixes = new int[3 * LONGEST];
    for (int token = 0; token < flags.length; token++) {
      if (tokens.isWord(token) && !LetterCase.isSmall(tokens.first(token))) {
        mark(tokens, token, flags, prefixes);
      }
    }
    return flags;
  }

  private void mark(Tokens tokens, int token, int[] flags, int[] prefixes) {
    String text = tokens.text();
    char first = tokens.first(token);
    if (Script.of(first) == Script.HAN) {
      markHan(tokens, token, flags);
      return;
    }
    if (Script.of(first) == Script.HANGUL) {
      int length = tokens.end(token) - tokens.start(token);
      flags[token] |= length >= 3 ? kind(step(SEED, first)) << 12 & FAMILY : 0;
    }
    int letters = hash(text, tokens.start(token), tokens.end(token), prefixes);
    if (letters == 0) {
      return;
    }
    int whole = kind(prefixes[letters - 1]);
    int inflected = 0;
    for (int cut = 1; cut <= 3 && letters - cut >= SHORTEST_STEM; cut++) {
      int stem = prefixes[letters - cut - 1];
      inflected |= kind(stem) | kind(step(stem, 'a'));
    }
    flags[token] |= whole << 12 | (inflected & ~whole) << 14;
  }

  /** Chinese and Japanese names: one character, or two that follow each other. */
  private void markHan(Tokens tokens, int token, int[] flags) {
    char first = tokens.first(token);
    flags[token] |= kind(step(SEED, first)) << 12;
    if (token + 1 < flags.length && tokens.isGlued(token + 1)) {
      int pair = kind(step(step(SEED, first), tokens.first(token + 1))) << 12;
      flags[token] |= pair;
      flags[token + 1] |= pair;
    }
  }

  private int kind(int hash) {
    if (!filter.get(hash >>> 32 - FILTER_BITS)) {
      return 0;
    }
    int begin = begin(hash);
    int at = Arrays.binarySearch(hashes, begins[begin], begins[begin + 1], hash);
    return at < 0 ? 0 : kinds[at];
  }

  /** Ascends with the hash. */
  private static int begin(int hash) {
    return (hash ^ Integer.MIN_VALUE) >>> Integer.SIZE - BEGIN_BITS;
  }

  /** Writes the hash of each prefix of folded letters; returns the number of letters. */
  private static int hash(String text, int start, int end, int[] prefixes) {
    int hash = SEED;
    int letters = 0;
    for (int i = start; i < end && letters < prefixes.length - 3; i++) {
      String plain = Romanizer.fold(text.charAt(i));
      for (int j = 0; j < plain.length(); j++) {
        hash = step(hash, plain.charAt(j));
        prefixes[letters++] = hash;
      }
    }
    return letters;
  }

  private static int step(int hash, int c) {
    return WordForms.step(hash, c);
  }

  /** Hash under which a single word is kept. */
  public static int hash(String word) {
    int[] prefixes = new int[3 * LONGEST];
    int letters = hash(word, 0, word.length(), prefixes);
    return letters == 0 ? 0 : prefixes[letters - 1];
  }

  /**
   * Writes a list.
   *
   * @param kinds by hash: 1 a given name, 2 a family name, 3 both
   */
  public static void write(SortedMap<Integer, Integer> kinds, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeInt(kinds.size());
    for (var entry : kinds.entrySet()) {
      data.writeInt(entry.getKey());
    }
    for (var entry : kinds.entrySet()) {
      data.writeByte(entry.getValue());
    }
    data.flush();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where the bytes are no such list
   */
  public static PersonNames read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    int size = data.readInt() == MAGIC ? data.readInt() : -1;
    if (size < 0 || size > MOST_NAMES) {
      throw new IOException("no list of person names");
    }
    int[] hashes = new int[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = data.readInt();
    }
    byte[] kinds = new byte[size];
    data.readFully(kinds);
    return new PersonNames(hashes, kinds);
  }
}
