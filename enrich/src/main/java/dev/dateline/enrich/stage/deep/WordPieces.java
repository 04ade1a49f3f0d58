package dev.dateline.enrich.stage.deep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts text into the pieces that an encoder knows: words at white space, punctuation and Han
 * characters, then each word greedily into the longest pieces of the vocabulary (WordPiece, Wu and
 * others, 2016; the cased multilingual BERT). Invisible characters are passed over. Immutable.
 */
final class WordPieces {

  /** A longer word is unknown as a whole, as in BERT; it also bounds the search. */
  private static final int LONGEST_WORD = 100;

  private static final String CONTINUED = "##";

  private final Map<String, Integer> ids;
  private final int longest;
  private final int unknown;
  private final int first;
  private final int last;

  private WordPieces(Map<String, Integer> ids) throws IOException {
    this.ids = ids;
    this.longest = ids.keySet().stream().mapToInt(String::length).max().orElse(0);
    this.unknown = required("[UNK]");
    this.first = required("[CLS]");
    this.last = required("[SEP]");
  }

  /**
   * Reads a vocabulary, a piece a line.
   *
   * @throws IOException where it cannot be read or lacks the marks of a BERT vocabulary
   */
  static WordPieces read(Path vocabulary) throws IOException {
    return of(Files.readAllLines(vocabulary));
  }

  static WordPieces of(List<String> pieces) throws IOException {
    Map<String, Integer> ids = new HashMap<>(2 * pieces.size());
    for (int id = 0; id < pieces.size(); id++) {
      ids.putIfAbsent(pieces.get(id), id);
    }
    return new WordPieces(ids);
  }

  private int required(String mark) throws IOException {
    Integer id = ids.get(mark);
    if (id == null) {
      throw new IOException("the vocabulary has no " + mark);
    }
    return id;
  }

  /** The id that opens each sequence. */
  int first() {
    return first;
  }

  /** The id that closes each sequence. */
  int last() {
    return last;
  }

  /**
   * The pieces of a stretch of text, in time linear in its length.
   *
   * @param most after so many pieces no further word is begun
   */
  Pieces split(String text, int from, int to, int most) {
    Splitter splitter = new Splitter(text);
    int position = from;
    while (position < to && splitter.count < most) {
      int c = text.codePointAt(position);
      int next = Math.min(to, position + Character.charCount(c));
      if (isSpace(c)) {
        splitter.endWord();
      } else if (isAlone(c)) {
        splitter.endWord();
        splitter.letter(position, next);
        splitter.endWord();
      } else if (!isInvisible(c)) {
        splitter.letter(position, next);
      }
      position = next;
    }
    splitter.endWord();
    return splitter.pieces();
  }

  private static boolean isSpace(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return c == 0xFFFD
        || type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE;
  }

  /** Punctuation by Unicode or in ASCII, and Han characters: a word each. */
  private static boolean isAlone(int c) {
    if (c < 128) {
      return c > ' ' && !Character.isLetterOrDigit(c) && c != 127;
    }
    switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION,
      Character.START_PUNCTUATION,
      Character.END_PUNCTUATION,
      Character.CONNECTOR_PUNCTUATION,
      Character.OTHER_PUNCTUATION,
      Character.INITIAL_QUOTE_PUNCTUATION,
      Character.FINAL_QUOTE_PUNCTUATION:
        return true;
      default:
        return isHan(c);
    }
  }

  private static boolean isHan(int c) {
    return c >= 0x4E00 && c <= 0x9FFF
        || c >= 0x3400 && c <= 0x4DBF
        || c >= 0x20000 && c <= 0x2CEAF
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0x2F800 && c <= 0x2FA1F;
  }

  /** The word under way and the pieces so far. */
  private final class Splitter {

    private final String text;
    private final StringBuilder word = new StringBuilder();
    private final int[] origins = new int[LONGEST_WORD + 2];
    private int wordStart;
    private int wordEnd;
    private boolean tooLong;
    private int[] found = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    Splitter(String text) {
      this.text = text;
    }

    void letter(int from, int to) {
      if (word.isEmpty()) {
        wordStart = from;
      }
      wordEnd = to;
      if (word.length() >= LONGEST_WORD) {
        tooLong = true;
        return;
      }
      for (int i = from; i < to; i++) {
        origins[word.length()] = i;
        word.append(text.charAt(i));
      }
    }

    void endWord() {
      if (word.isEmpty()) {
        return;
      }
      int before = count;
      if (tooLong || !cut()) {
        count = before;
        add(unknown, wordStart, wordEnd);
      }
      word.setLength(0);
      tooLong = false;
    }

    /** Whether the whole word is made of pieces. */
    private boolean cut() {
      int at = 0;
      while (at < word.length()) {
        int end = Math.min(word.length(), at + longest);
        Integer id = null;
        while (end > at && id == null) {
          String piece = word.substring(at, end--);
          id = ids.get(at == 0 ? piece : CONTINUED + piece);
        }
        if (id == null) {
          return false;
        }
        add(id, origins[at], origins[end] + 1);
        at = end + 1;
      }
      return true;
    }

    private void add(int id, int start, int end) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
      }
      found[count] = id;
      starts[count] = start;
      ends[count++] = end;
    }

    Pieces pieces() {
      return new Pieces(found, starts, ends).range(0, count);
    }
  }
}
