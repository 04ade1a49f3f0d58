package dev.dateline.enrich.knowledge;

import dev.dateline.enrich.stage.text.Tokens;

/**
 * Keys under which names are found: a hash over the stems of their words. The stem is crude and the
 * same for every language, so that all the forms of a name fall under one key; whether a form
 * really belongs to a name is for the reader to check against the name itself.
 *
 * <p>An instance holds a buffer and is for one thread.
 */
public final class NameKeys {

  /** The key before the first word. */
  public static final long START = 0x9E3779B97F4A7C15L;

  private static final int LONGEST = 48;
  private static final int SHORTEST_STEM = 2;

  private final char[] buffer = new char[LONGEST];
  private int length;

  /** The key of a name that is {@code before} followed by a word. */
  public static long append(long before, long word) {
    long mixed = (before ^ word) * 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 29);
  }

  /** The key of a whole name; {@link #START} for a name without words. */
  public long key(String name) {
    return key(Tokens.words(name));
  }

  /** The same for a name whose tokens are at hand. */
  public long key(Tokens name) {
    long key = START;
    for (int i = 0; i < name.size(); i++) {
      if (!name.isSymbol(i)) {
        key = append(key, word(name.text(), name.start(i), name.end(i)));
      }
    }
    return key;
  }

  /** Hash of the stem of a word that stands in a text. */
  public long word(String text, int start, int end) {
    fold(text, start, end);
    stem();
    return hash();
  }

  /** Hash of the beginning of a word that stands in a text, as {@link #folded(String)} has it. */
  public long folded(String text, int start, int end) {
    fold(text, start, end);
    return hash();
  }

  private long hash() {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ buffer[i]) * 0x100000001B3L;
      hash ^= hash >>> 31;
    }
    return hash;
  }

  /** A word as it is compared: without case, accents and invisible characters. */
  public static String folded(String word) {
    char[] folded = new char[word.length()];
    int length = 0;
    boolean same = true;
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      char c = Folding.fold(letter);
      same &= c == letter && c != Folding.NOTHING;
      if (c != Folding.NOTHING) {
        folded[length++] = c;
      } else if (isBreve(letter, length == 0 ? 0 : folded[length - 1])) {
        folded[length - 1] = 'й';
      }
    }
    return same ? word : new String(folded, 0, length);
  }

  /** The first letter of a name as it is compared; 0 where it opens with something else. */
  public static char opening(String name) {
    char c = name.charAt(0);
    return Character.isLetter(c) ? Folding.fold(c) : 0;
  }

  private void fold(String text, int start, int end) {
    length = 0;
    for (int i = start; i < end && length < LONGEST; i++) {
      char c = Folding.fold(text.charAt(i));
      if (c != Folding.NOTHING) {
        buffer[length++] = c;
      } else if (isBreve(text.charAt(i), length == 0 ? 0 : buffer[length - 1])) {
        buffer[length - 1] = 'й';
      }
    }
  }

  /** A short и that was written as и and a breve. */
  private static boolean isBreve(char mark, int before) {
    return mark == '\u0306' && before == 'и';
  }

  private void stem() {
    if (length == 0) {
      return;
    }
    char last = buffer[length - 1];
    if (last >= 0x0400 && last < 0x0530) {
      stem(CYRILLIC);
    } else if (last >= 'a' && last <= 'z') {
      stem(LATIN);
    } else if (last >= 0x0370 && last < 0x0400) {
      stem(GREEK);
    }
  }

  private static final byte LATIN = 2;
  private static final byte GREEK = 4;
  private static final byte CYRILLIC = 6;

  /** Added to a script: a consonant that endings have. Vowels go by the script itself. */
  private static final byte CONSONANT = 1;

  /** What endings are made of, by letter. */
  private static final byte[] ENDINGS = new byte[0x0530];

  static {
    mark("аеиоуыэюяіїєйьъј", CYRILLIC);
    mark("вмхг", CYRILLIC + CONSONANT);
    mark("aeiouyj", LATIN);
    mark("mvwhsg", LATIN + CONSONANT);
    mark("αεηιουω", GREEK);
    mark("σν", GREEK + CONSONANT);
  }

  private static void mark(String letters, int kind) {
    letters.chars().forEach(letter -> ENDINGS[letter] = (byte) kind);
  }

  private boolean is(int at, int kind) {
    char c = buffer[at];
    return c < ENDINGS.length && ENDINGS[c] == kind;
  }

  /**
   * Strips vowels, and vowels with a consonant that endings have, as long as a stem remains; then
   * drops a vowel before the last consonant ({@code Павел, Павла; Київ, Києва}) and levels the
   * consonants that change before endings ({@code Praha, Praze}).
   */
  private void stem(int script) {
    boolean stripped = true;
    while (stripped) {
      stripped = false;
      if (length > SHORTEST_STEM && is(length - 1, script)) {
        length--;
        stripped = true;
      } else if (length > SHORTEST_STEM + 2
          && is(length - 1, script + CONSONANT)
          && is(length - 2, script)) {
        length -= 2;
        stripped = true;
      } else if (length > SHORTEST_STEM + 3
          && buffer[length - 1] == 'h'
          && buffer[length - 2] == 'c'
          && is(length - 3, script)) {
        length -= 3;
        stripped = true;
      }
    }
    if (length > SHORTEST_STEM + 1 && !is(length - 1, script) && is(length - 2, script)) {
      buffer[length - 2] = buffer[length - 1];
      length--;
    }
    buffer[length - 1] = level(buffer[length - 1]);
  }

  private static char level(char c) {
    return switch (c) {
      case 'з', 'ж' -> 'г';
      case 'ц', 'ч' -> 'к';
      case 'с', 'ш' -> 'х';
      case 'z', 'h' -> 'g';
      case 'c', 'q' -> 'k';
      default -> c;
    };
  }
}
