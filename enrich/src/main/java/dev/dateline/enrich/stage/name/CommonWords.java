package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.text.Tokens;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * How common words are in scripts without case, where a word that nobody uses is likely a name: so
 * do capitals tell elsewhere. Counted are words, beginnings of words, since many of these languages
 * put endings on them, and pairs of characters that stand for words in Chinese and Japanese. They
 * are hashed into {@value #SLOTS} slots, so that one in forty passes for common that is not.
 * Immutable.
 */
public final class CommonWords {

  /** The greatest level. */
  public static final int MOST_COMMON = 3;

  private static final String RESOURCE = "/dev/dateline/enrich/name/common-words.bin";
  private static final int MAGIC = 0x444C4357;
  private static final int SLOT_BITS = 22;
  private static final int SLOTS = 1 << SLOT_BITS;

  /** No level of a word: the first letters have two bits, and these are above them. */
  private static final byte OTHER = MOST_COMMON << 2;

  private static final int SINGLE = 1 << 6;

  private static final int STEM = 0x5BD1E995;
  private static final int LETTERS = 5;

  /** Two bits a slot. */
  private final long[] levels = new long[SLOTS / 32];

  private CommonWords(Map<Integer, Integer> bySlot) {
    bySlot.forEach((slot, level) -> levels[slot >>> 5] |= (long) level << 2 * (slot & 31));
  }

  /** Words of which none is common. */
  static CommonWords none() {
    return new CommonWords(Map.of());
  }

  /** The counts that ship with Dateline. */
  static CommonWords shipped() {
    return Shipped.WORDS;
  }

  private static final class Shipped {
    static final CommonWords WORDS = load();
  }

  /**
   * For each token how common it is, as one number: for a word its own level and that of its first
   * letters, for a single character its own and those of the pairs that it is in, with the
   * character before it and the one behind it; the same for all that has case or is no word.
   */
  byte[] levels(Tokens tokens, WordForms forms) {
    byte[] found = new byte[tokens.size()];
    int before = 0;
    for (int token = 0; token < found.length; token++) {
      if (forms.kind[token] != WordForms.CASELESS) {
        found[token] = OTHER;
        before = 0;
        continue;
      }
      int word = level(slot(forms.exact[token]));
      if (isSingle(tokens, forms, token)) {
        int after = isPair(tokens, forms, token) ? level(pairSlot(forms, token)) : 0;
        found[token] = (byte) (SINGLE | word << 4 | before << 2 | after);
        before = after;
      } else {
        found[token] = (byte) (word << 4 | level(stemSlot(forms, token)));
        before = 0;
      }
    }
    return found;
  }

  private int level(int slot) {
    return (int) (levels[slot >>> 5] >>> 2 * (slot & 31)) & 3;
  }

  private static int stemSlot(WordForms forms, int token) {
    return slot(forms.prefix(token, LETTERS) ^ STEM);
  }

  private static int pairSlot(WordForms forms, int token) {
    return slot(forms.exact[token] * 0x9E3779B1 + Integer.rotateLeft(forms.exact[token + 1], 13));
  }

  /** The upper bits of MurmurHash3's finalizer. */
  private static int slot(int value) {
    int hash = value;
    hash ^= hash >>> 16;
    hash *= 0x85EBCA6B;
    hash ^= hash >>> 13;
    hash *= 0xC2B2AE35;
    return (hash ^ hash >>> 16) >>> Integer.SIZE - SLOT_BITS;
  }

  /** The slots of the words without case, their beginnings and pairs in a text: to be counted. */
  public static Set<Integer> slots(String text) {
    Tokens tokens = Tokens.of(text);
    WordForms forms = new WordForms(tokens);
    Set<Integer> slots = new TreeSet<>();
    for (int token = 0; token < tokens.size(); token++) {
      if (forms.kind[token] != WordForms.CASELESS) {
        continue;
      }
      slots.add(slot(forms.exact[token]));
      slots.add(stemSlot(forms, token));
      if (isPair(tokens, forms, token)) {
        slots.add(pairSlot(forms, token));
      }
    }
    return slots;
  }

  /** Whether two characters without case that are words of their own stand side by side. */
  private static boolean isPair(Tokens tokens, WordForms forms, int token) {
    return token + 1 < tokens.size()
        && isSingle(tokens, forms, token)
        && isSingle(tokens, forms, token + 1)
        && tokens.isGlued(token + 1);
  }

  /** Whether the token is a single character without case. */
  private static boolean isSingle(Tokens tokens, WordForms forms, int token) {
    return forms.kind[token] == WordForms.CASELESS && tokens.end(token) - tokens.start(token) == 1;
  }

  /**
   * Writes levels: for each slot a number of seven bits a byte, its distance from the one before
   * times three and its level less one.
   *
   * @param levels 1 to {@link #MOST_COMMON} by slot
   */
  public static void write(SortedMap<Integer, Integer> levels, OutputStream out)
      throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeInt(levels.size());
    int previous = 0;
    for (var entry : levels.entrySet()) {
      int rest = (entry.getKey() - previous) * MOST_COMMON + entry.getValue() - 1;
      previous = entry.getKey();
      while (rest >= 0x80) {
        data.writeByte(rest & 0x7F | 0x80);
        rest >>>= 7;
      }
      data.writeByte(rest);
    }
    data.flush();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where the bytes are no such counts
   */
  static CommonWords read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    int size = data.readInt() == MAGIC ? data.readInt() : -1;
    if (size < 0 || size > SLOTS) {
      throw new IOException("no counts of words");
    }
    CommonWords words = none();
    int slot = 0;
    for (int i = 0; i < size; i++) {
      int number = 0;
      int b = 0x80;
      for (int shift = 0; b >= 0x80 && shift < Integer.SIZE; shift += 7) {
        b = data.readUnsignedByte();
        number |= (b & 0x7F) << shift;
      }
      slot += number / MOST_COMMON;
      if (number < 0 || slot >= SLOTS || slot < 0) {
        throw new IOException("counts beyond the last slot");
      }
      words.levels[slot >>> 5] |= (long) (number % MOST_COMMON + 1) << 2 * (slot & 31);
    }
    return words;
  }

  private static CommonWords load() {
    try (InputStream resource = CommonWords.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return read(new BufferedInputStream(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
