package dev.dateline.enrich.stage.text;

import dev.dateline.enrich.stage.TextSpan;
import java.util.Arrays;

/**
 * The words, numbers and symbols of a text, and its sentences. White space, controls and invisible
 * characters between words are no tokens. An apostrophe parts Latin words ({@code l'Italie} is
 * three tokens) and joins Cyrillic and Hebrew ones; each Han or Hiragana character is a token; a
 * hyphen always is. All offsets count UTF-16 code units. Immutable.
 */
public final class Tokens {

  static final byte SYMBOL = 0;
  static final byte WORD = 1;
  static final byte NUMBER = 2;

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final byte[] kinds;
  private final int[] sentences;

  private Tokens(String text, int[] starts, int[] ends, byte[] kinds, int[] sentences) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.kinds = kinds;
    this.sentences = sentences;
  }

  /** The tokens of a text, in time linear in its length. */
  public static Tokens of(String text) {
    WordScanner words = new WordScanner(text).scan();
    int[] sentences = SentenceScanner.scan(text, words.starts, words.ends, words.count);
    return new Tokens(
        text,
        Arrays.copyOf(words.starts, words.count),
        Arrays.copyOf(words.ends, words.count),
        Arrays.copyOf(words.kinds, words.count),
        sentences);
  }

  /** The tokens of a single name or phrase, which is one sentence. */
  public static Tokens words(String text) {
    WordScanner words = new WordScanner(text).scan();
    int[] sentences = words.count == 0 ? new int[] {0} : new int[] {0, words.count};
    return new Tokens(
        text,
        Arrays.copyOf(words.starts, words.count),
        Arrays.copyOf(words.ends, words.count),
        Arrays.copyOf(words.kinds, words.count),
        sentences);
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** Number of tokens. */
  public int size() {
    return starts.length;
  }

  /** First UTF-16 code unit of a token. */
  public int start(int token) {
    return starts[token];
  }

  /** One past the last UTF-16 code unit of a token. */
  public int end(int token) {
    return ends[token];
  }

  /** The token to the letter. A new string each time: keep it when it is needed twice. */
  public String word(int token) {
    return text.substring(starts[token], ends[token]);
  }

  /** Whether the token has a letter. */
  public boolean isWord(int token) {
    return kinds[token] == WORD;
  }

  /** Whether the token is digits only. */
  public boolean isNumber(int token) {
    return kinds[token] == NUMBER;
  }

  /** Whether the token is a single symbol or punctuation mark. */
  public boolean isSymbol(int token) {
    return kinds[token] == SYMBOL;
  }

  /** First UTF-16 code unit of a token: enough to tell punctuation marks apart. */
  public char first(int token) {
    return text.charAt(starts[token]);
  }

  /** Whether the token begins with an upper or title case letter. */
  public boolean isCapitalized(int token) {
    int c = text.codePointAt(starts[token]);
    return Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  /** Whether the token has at least two letters and none in lower case, in a script with case. */
  public boolean isAllCapitals(int token) {
    int capitals = 0;
    for (int i = starts[token]; i < ends[token]; i++) {
      char c = text.charAt(i);
      if (LetterCase.isSmall(c)) {
        return false;
      }
      if (Character.isUpperCase(c)) {
        capitals++;
      }
    }
    return capitals >= 2;
  }

  /** Whether the token follows the one before it without a space. */
  public boolean isGlued(int token) {
    return token > 0 && starts[token] == ends[token - 1];
  }

  /** The span from one token to another, the second one excluded. */
  public TextSpan span(int from, int to) {
    return TextSpan.of(text, starts[from], ends[to - 1]);
  }

  /** Number of sentences that have tokens. */
  public int sentenceCount() {
    return sentences.length - 1;
  }

  /** Index of the first token of a sentence. */
  public int sentenceBegin(int sentence) {
    return sentences[sentence];
  }

  /** One past the index of the last token of a sentence. */
  public int sentenceEnd(int sentence) {
    return sentences[sentence + 1];
  }

  /** The sentence of a token. */
  public int sentenceOf(int token) {
    int found = Arrays.binarySearch(sentences, 0, sentences.length - 1, token);
    return found >= 0 ? found : -found - 2;
  }

  /** Index of the first token that ends behind an offset; the number of tokens if there is none. */
  public int tokenAt(int offset) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
