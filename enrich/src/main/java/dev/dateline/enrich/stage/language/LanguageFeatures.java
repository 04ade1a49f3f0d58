package dev.dateline.enrich.stage.language;

import dev.dateline.enrich.stage.text.Composed;
import java.util.Arrays;

/**
 * What the language model sees of a text: hashes of the letter sequences of one to five letters
 * within its words, of its longer words, and of pairs of its short words. Looks at a bounded
 * stretch of the text, so that a text of megabytes costs no more than an article.
 */
public final class LanguageFeatures {

  private static final int LONGEST_SEQUENCE = 5;
  private static final int LONGEST_WORD = 40;
  private static final int SHORT_WORD = 5;

  /** Characters looked at for each letter wanted: what keeps a text without letters cheap. */
  private static final int CHARACTERS_PER_LETTER = 6;

  private static final int EDGE = '_';
  private static final int WORD_SALT = 0x5bd1e995;
  private static final int PAIR_SALT = 0x2545f491;

  private final int[] word = new int[LONGEST_WORD + 2];
  private int[] hashes;
  private int size;
  private int letters;
  private int previousShortWord;

  private LanguageFeatures(int capacity) {
    hashes = new int[capacity];
  }

  /**
   * Reads the features of a text.
   *
   * @param letterLimit how many letters to look at, at most
   */
  public static LanguageFeatures of(CharSequence text, int letterLimit) {
    int window = (int) Math.min(text.length(), (long) letterLimit * CHARACTERS_PER_LETTER);
    String start = Composed.of(text.subSequence(0, window).toString());
    var features = new LanguageFeatures(Math.min(window, letterLimit) * 5 + 16);
    features.read(start, letterLimit);
    return features;
  }

  /** Number of features, repetitions counted. */
  public int size() {
    return size;
  }

  /** Number of letters that were looked at. */
  public int letters() {
    return letters;
  }

  /** A feature, spread over all 32 bits. */
  public int hash(int index) {
    return hashes[index];
  }

  /** All features; beyond {@link #size} there is nothing. Not to be changed. */
  int[] hashes() {
    return hashes;
  }

  /** With how many features both begin. */
  int sharedWith(LanguageFeatures other) {
    int shared = Arrays.mismatch(hashes, 0, size, other.hashes, 0, other.size);
    return shared < 0 ? size : shared;
  }

  private void read(String text, int letterLimit) {
    int position = 0;
    while (position < text.length() && letters < letterLimit) {
      int end = tokenEnd(text, position);
      if (isProse(text, position, end)) {
        readToken(text, position, end, letterLimit);
      }
      position = end + 1;
    }
  }

  private static int tokenEnd(String text, int start) {
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Addresses, account names and tags say nothing about the language. */
  private static boolean isProse(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '@' || c == '#' || (c == ':' && i + 1 < end && text.charAt(i + 1) == '/')) {
        return false;
      }
    }
    return end - start < 4
        || (text.charAt(start) | 0x20) != 'w'
        || (text.charAt(start + 1) | 0x20) != 'w'
        || (text.charAt(start + 2) | 0x20) != 'w'
        || text.charAt(start + 3) != '.';
  }

  private void readToken(String text, int start, int end, int letterLimit) {
    int length = 0;
    int position = start;
    while (position < end && letters < letterLimit) {
      int point = text.codePointAt(position);
      position += Character.charCount(point);
      if (isLetter(point)) {
        word[++length] = Character.toLowerCase(point);
        letters++;
        if (length == LONGEST_WORD) {
          addWord(length);
          length = 0;
        }
      } else if (length > 0 && Character.getType(point) != Character.FORMAT) {
        addWord(length);
        length = 0;
      }
    }
    if (length > 0) {
      addWord(length);
    }
  }

  private static boolean isLetter(int point) {
    if (point < 0x80) {
      return (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
    }
    if (Character.isLetter(point)) {
      return true;
    }
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private void addWord(int length) {
    word[0] = EDGE;
    word[length + 1] = EDGE;
    int padded = length + 2;
    for (int start = 0; start < padded; start++) {
      int hash = 0;
      int longest = Math.min(LONGEST_SEQUENCE, padded - start);
      for (int n = 0; n < longest; n++) {
        hash = (hash + word[start + n] + 1) * 0x9e3779b1;
        hash ^= hash >>> 15;
        if (n > 0 || (start > 0 && start <= length)) {
          add(hash);
        }
      }
    }
    int whole = WORD_SALT;
    for (int i = 1; i <= length; i++) {
      whole = (whole + word[i]) * 0x85ebca6b;
      whole ^= whole >>> 13;
    }
    if (padded > LONGEST_SEQUENCE) {
      add(whole);
    }
    boolean isShort = length <= SHORT_WORD;
    if (isShort && previousShortWord != 0) {
      add((previousShortWord * 31 + whole) * PAIR_SALT);
    }
    previousShortWord = isShort ? whole : 0;
  }

  private void add(int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    int mixed = hash * 0xc2b2ae35;
    hashes[size++] = mixed ^ mixed >>> 16;
  }
}
