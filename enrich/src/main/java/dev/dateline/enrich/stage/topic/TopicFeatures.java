package dev.dateline.enrich.stage.topic;

import dev.dateline.enrich.stage.text.Composed;
import java.util.Arrays;

/**
 * What the topic model sees of a text: its distinct words, each as hashes of the whole word and of
 * its beginnings and ending; pairs of characters in scripts that put no spaces between words. The
 * first words of a text are looked at, and each word once.
 */
public final class TopicFeatures {

  private static final int LONGEST_WORD = 32;
  private static final int SHORTEST_WORD = 3;
  private static final int MOST_FEATURES = 10;

  /** How many beginnings of a word are features; they follow the whole word. */
  private static final int STEMS = 3;

  private static final int CHARACTERS_PER_WORD = 40;

  /** Characters of a text for each new word. */
  private static final int EXPECTED_CHARACTERS = 8;

  private static final int WHOLE = 0x1b873593;
  private static final int ENDING = 0x7feb352d;
  private static final int PAIR = 0x2c1b3c6d;

  private final String source;
  private final int wordLimit;
  private final int[] seen;
  private int[] hashes;
  private int[] words;
  private int[] spans;
  private int size;
  private int wordCount;
  private int paragraph;

  private final int[] word = new int[LONGEST_WORD];

  private TopicFeatures(String source, int wordLimit) {
    this.source = source;
    this.wordLimit = wordLimit;
    this.seen = new int[Integer.highestOneBit(wordLimit * 4)];
    int expected = Math.min(wordLimit, source.length() / EXPECTED_CHARACTERS + 1);
    this.hashes = new int[MOST_FEATURES * expected];
    this.words = new int[expected];
    this.spans = new int[3 * expected];
  }

  /**
   * Reads the features of a text.
   *
   * @param wordLimit how many distinct words to look at, at most
   */
  public static TopicFeatures of(CharSequence text, int wordLimit) {
    int window = (int) Math.min(text.length(), (long) wordLimit * CHARACTERS_PER_WORD);
    String start = Composed.of(text.subSequence(0, window).toString());
    var features = new TopicFeatures(start, wordLimit);
    features.read();
    return features;
  }

  /** Number of features. */
  public int size() {
    return size;
  }

  /** A feature, spread over all 32 bits. */
  public int hash(int index) {
    return hashes[index];
  }

  /** All features; beyond {@link #size} there is nothing. Not to be changed. */
  int[] hashes() {
    return hashes;
  }

  /** Number of distinct words. */
  public int words() {
    return wordCount;
  }

  /** The first feature of a word; that of the word after the last is {@link #size}. */
  public int firstFeature(int wordIndex) {
    return wordIndex == wordCount ? size : words[wordIndex];
  }

  /** The first feature of each word; beyond the last word there is nothing. Not to be changed. */
  int[] firstFeatures() {
    return words;
  }

  /** A word as it first stands in the text, composed (NFC). */
  public String word(int wordIndex) {
    return source.substring(spans[3 * wordIndex], spans[3 * wordIndex + 1]);
  }

  /** Number of the paragraph, line by line, in which a word first stands. */
  int paragraph(int wordIndex) {
    return spans[3 * wordIndex + 2];
  }

  /**
   * The feature by which a word is known in its forms: its longest beginning that is one, or all of
   * it where it is shorter.
   */
  static int stem(String word) {
    TopicFeatures features = of(word, 1);
    if (features.words() == 0) {
      throw new IllegalArgumentException("No word that a topic could be told by: " + word);
    }
    return features.hash(Math.min(STEMS, features.size() - 1));
  }

  private void read() {
    int length = 0;
    int wordStart = 0;
    int previous = -1;
    int previousStart = 0;
    int position = 0;
    while (position < source.length() && wordCount < wordLimit) {
      int start = position;
      int letter = Scripts.smallLetter(source.charAt(position));
      if (letter != 0) {
        if (length == 0) {
          wordStart = start;
        }
        if (length < LONGEST_WORD) {
          word[length++] = letter;
        }
        previous = -1;
        position++;
        continue;
      }
      int point = source.codePointAt(position);
      position += Character.charCount(point);
      boolean unspaced = Scripts.isUnspaced(point);
      if (!unspaced && Scripts.isWordPart(point)) {
        if (length == 0) {
          wordStart = start;
        }
        if (length < LONGEST_WORD) {
          word[length++] = Character.toLowerCase(point);
        }
        previous = -1;
        continue;
      }
      if (length > 0 && Character.getType(point) == Character.FORMAT) {
        continue;
      }
      if (length > 0) {
        addWord(length, wordStart, start);
        length = 0;
      }
      if (point == '\n') {
        paragraph++;
      }
      if (unspaced && previous >= 0) {
        addPair(previous, point, previousStart, position);
      }
      previous = unspaced ? point : -1;
      previousStart = start;
    }
    if (length > 0 && wordCount < wordLimit) {
      addWord(length, wordStart, position);
    }
  }

  private void addPair(int first, int second, int start, int end) {
    int hash = mix(mix(PAIR, first), second);
    if (isNew(hash)) {
      begin(start, end);
      add(hash);
    }
  }

  private void addWord(int length, int start, int end) {
    if (length < SHORTEST_WORD && word[0] < 0x1100) {
      return;
    }
    int from = Scripts.prefixLength(word, length);
    int whole = WHOLE;
    for (int i = from; i < length; i++) {
      whole = mix(whole, word[i]);
    }
    if (!isNew(whole)) {
      return;
    }
    begin(start, end);
    add(whole);
    int shortest = Scripts.shortestStem(word[0]);
    addStems(from, length, shortest);
    if (from == 0 && Scripts.isHebrewParticle(word[0]) && length > 4) {
      addStems(1, length, shortest);
    }
    if (length - from > 6) {
      int ending = ENDING;
      for (int i = length - 5; i < length; i++) {
        ending = mix(ending, word[i]);
      }
      add(ending);
    }
  }

  /** The beginnings of a word: what is left of it when it is inflected. */
  private void addStems(int from, int length, int shortest) {
    int hash = 0;
    int longest = Math.min(length - from, shortest + STEMS - 1);
    for (int i = 0; i < longest; i++) {
      hash = mix(hash, word[from + i]);
      if (i >= shortest - 1) {
        add(hash);
      }
    }
  }

  private static int mix(int hash, int value) {
    int mixed = (hash + value + 1) * 0x9e3779b1;
    return mixed ^ mixed >>> 15;
  }

  private boolean isNew(int hash) {
    int mask = seen.length - 1;
    int key = hash == 0 ? 1 : hash;
    int slot = key * 0x85ebca6b >>> 7 & mask;
    while (seen[slot] != 0) {
      if (seen[slot] == key) {
        return false;
      }
      slot = slot + 1 & mask;
    }
    seen[slot] = key;
    return true;
  }

  private void begin(int start, int end) {
    if (wordCount == words.length) {
      words = Arrays.copyOf(words, 2 * wordCount);
      spans = Arrays.copyOf(spans, 6 * wordCount);
    }
    words[wordCount] = size;
    spans[3 * wordCount] = start;
    spans[3 * wordCount + 1] = end;
    spans[3 * wordCount + 2] = paragraph;
    wordCount++;
    if (hashes.length - size < MOST_FEATURES) {
      hashes = Arrays.copyOf(hashes, 2 * hashes.length);
    }
  }

  private void add(int hash) {
    int mixed = hash * 0xc2b2ae35;
    hashes[size++] = mixed ^ mixed >>> 16;
  }
}
