package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.Arrays;

/**
 * Turns tokens into the features that the tagger weighs, each a 32-bit key. One object a document;
 * the trainer and the tagger both read through it, so that they see the same.
 */
public final class NameFeatures {

  private static final int NONE = 0x5BD1E995;
  private static final int EVIDENCE = (1 << NameFlags.BITS) - 1;

  private final Tokens tokens;
  private final WordForms forms;
  private final NameContext context;
  private final int[] flags;
  private final byte[] levels;
  private final byte[] cues;
  private final boolean[] open;
  private final int language;
  private int[] keys = new int[192];
  private final int[] word = new int[WordForms.WRITTEN + 1];
  private int count;

  private NameFeatures(Tokens tokens, LanguageGuess language, NameFlags lists) {
    this.tokens = tokens;
    this.forms = new WordForms(tokens);
    this.context = new NameContext(tokens, forms);
    this.flags = lists.of(tokens, language);
    this.levels = CommonWords.shipped().levels(tokens, forms);
    this.cues = NameCues.shipped().of(tokens, forms);
    this.open = NameWindows.of(tokens, forms);
    this.language = hash(language.tag());
  }

  /** The features of a document's tokens. */
  public static NameFeatures of(Tokens tokens, LanguageGuess language, NameFlags lists) {
    return new NameFeatures(tokens, language, lists);
  }

  /** Whether a token may belong to a name at all; the others need no features. */
  public boolean isOpen(int token) {
    return open[token];
  }

  /** Whether the token is a word that names can share: in capitals, or of a script without case. */
  boolean isShared(int token) {
    return forms.isCapital(token)
        || forms.kind[token] == WordForms.CASELESS && forms.length[token] > 1;
  }

  /** Whether the token is a word of a script without case. */
  boolean isCaseless(int token) {
    return forms.kind[token] == WordForms.CASELESS;
  }

  /** What the lists say of a token, as {@link NameFlags} has it. */
  public int flags(int token) {
    return flags[token];
  }

  /** Hash of the first folded letters of a token. */
  int stemHash(int token, int letters) {
    return forms.prefix(token, letters);
  }

  /** The features of a token. */
  public int[] keys(int token) {
    int ofWord = fillWord(token);
    int[] word = Arrays.copyOf(keys, ofWord);
    int others = fillSurroundings(token);
    int[] all = Arrays.copyOf(word, ofWord + others);
    System.arraycopy(keys, 0, all, ofWord, others);
    return all;
  }

  /**
   * Fills {@link #buffer} with those features of a token that its surroundings have no part in, and
   * returns their number. They follow from {@link #word} alone.
   */
  int fillWord(int token) {
    count = 0;
    int exact = forms.exact[token];
    int shape = forms.shape[token];
    add(1, shape);
    add(2, exact);
    add(3, exact, forms.kind[token]);
    for (int letters = 2; letters <= 6; letters++) {
      if (forms.length[token] >= letters) {
        add(2 + letters, forms.prefix(token, letters));
      }
    }
    for (int letters = 1; letters <= 4; letters++) {
      if (forms.length[token] > letters) {
        add(10 + letters, forms.suffix(token, letters), forms.kind[token]);
      }
    }
    add(15, forms.suffix(token, 3), language);
    add(16, shape, language);
    add(17, shape, forms.length[token]);
    return count;
  }

  /** Fills {@link #buffer} with the other features of a token and returns their number. */
  int fillSurroundings(int token) {
    count = 0;
    int begin = context.begin[token];
    int end = context.end[token];
    place(token, begin);
    neighbours(token, begin, end);
    run(token, begin, end);
    lists(token, begin, end);
    return count;
  }

  int[] buffer() {
    return keys;
  }

  /** A word as its own features see it, its language included. Good until the next call. */
  int[] word(int token) {
    forms.write(token, word);
    word[WordForms.WRITTEN] = language;
    return word;
  }

  private void place(int token, int begin) {
    int place = token == begin ? 1 : 0;
    int seen = (forms.isLowerSeen(token) ? 1 : 0) + (forms.isCapitalSeen(token) ? 2 : 0);
    int setting = place + (context.shouted[token] ? 2 : 0) + (context.quoted[token] ? 4 : 0);
    add(18, forms.kind[token], setting);
    add(19, forms.shape[token], setting);
    add(20, forms.kind[token], seen * 2 + place);
    add(21, forms.exact[token], setting);
  }

  private void neighbours(int token, int begin, int end) {
    int exact = forms.exact[token];
    int before = token > begin ? forms.exact[token - 1] : NONE;
    int after = token + 1 < end ? forms.exact[token + 1] : NONE;
    int before2 = token - 1 > begin ? forms.exact[token - 2] : NONE;
    int after2 = token + 2 < end ? forms.exact[token + 2] : NONE;
    int shape = forms.shape[token];
    int shapeBefore = token > begin ? forms.shape[token - 1] : NONE;
    int shapeAfter = token + 1 < end ? forms.shape[token + 1] : NONE;
    add(30, before);
    add(31, after);
    add(32, before2);
    add(33, after2);
    add(34, before, exact);
    add(35, exact, after);
    add(36, before, forms.kind[token]);
    add(37, after, forms.kind[token]);
    add(38, shapeBefore, shape);
    add(39, shape, shapeAfter);
    add(40, mix(shapeBefore, shape), shapeAfter);
    add(41, stem(token - 1, begin, end, 5), shape);
    add(42, stem(token + 1, begin, end, 5), shape);
    add(43, stem(token - 2, begin, end, 5));
    add(44, stem(token + 2, begin, end, 5));
    add(45, stem(token - 1, begin, end, 4), stem(token, begin, end, 4));
    add(46, stem(token, begin, end, 4), stem(token + 1, begin, end, 4));
    if (token > begin) {
      add(47, forms.suffix(token - 1, 3), forms.kind[token]);
      add(48, forms.suffix(token - 1, 2), forms.suffix(token, 2));
    }
    if (token + 1 < end) {
      add(49, forms.suffix(token + 1, 3), forms.kind[token]);
    }
    if (forms.kind[token] == WordForms.CASELESS) {
      add(50, before2, before);
      add(51, after, after2);
      add(52, mix(before, exact), after);
      add(53, mix(before2, before), exact);
      add(54, exact, mix(after, after2));
      add(55, forms.bare[token]);
      add(56, token > begin ? forms.bare[token - 1] : NONE, forms.kind[token]);
      add(57, token + 1 < end ? forms.bare[token + 1] : NONE, forms.kind[token]);
      commonness(token, begin, end);
      cues(token, begin, end);
    }
  }

  /** How common a word without case is, and those beside it. */
  private void commonness(int token, int begin, int end) {
    int own = levels[token];
    int before = level(token - 1, begin, end);
    int after = level(token + 1, begin, end);
    add(85, own);
    add(86, own, language);
    add(87, before, own);
    add(88, own, after);
    add(89, mix(before, own), after);
    add(90, own, forms.suffix(token, 2));
    add(91, own, flags[token] & EVIDENCE);
    add(92, own, token > begin ? forms.exact[token - 1] : NONE);
    add(93, own, token + 1 < end ? forms.exact[token + 1] : NONE);
    add(94, own, tokens.end(token) - tokens.start(token));
  }

  /** Titles, heads of names and the like, whatever language they are of. */
  private void cues(int token, int begin, int end) {
    int own = cues[token];
    int before = token > begin ? cues[token - 1] : 0;
    int after = token + 1 < end ? cues[token + 1] : 0;
    if ((own | before | after) == 0) {
      return;
    }
    add(100, own);
    add(101, own, language);
    add(102, before, 0);
    add(103, after, 0);
    add(104, before, own);
    add(105, own, after);
    add(106, before, stem(token, begin, end, 3));
    add(107, before, levels[token]);
    add(108, after, levels[token]);
    if (own != 0) {
      add(109, own, stem(token - 1, begin, end, 4));
    }
  }

  /** How common a token is, as {@link CommonWords#levels} has it. */
  private int level(int token, int begin, int end) {
    return token < begin || token >= end ? NONE : levels[token];
  }

  /** The words around the capitalized run: what a name is called, and what it does. */
  private void run(int token, int begin, int end) {
    int from = context.runBegin[token];
    int to = context.runEnd[token];
    if (!forms.isCapital(token)) {
      return;
    }
    int place = Math.min(token - from, 3) * 4 + Math.min(to - token, 3);
    add(60, place, forms.kind[token]);
    add(61, stem(from - 1, begin, end, 6), place);
    add(62, stem(to, begin, end, 6), place);
    add(63, stem(from - 2, begin, end, 5));
    add(64, stem(to + 1, begin, end, 5));
    add(65, stem(from - 1, begin, end, 5), forms.suffix(token, 2));
    if (to - from > 1) {
      add(66, stem(from, begin, end, 5), place);
      add(67, stem(to - 1, begin, end, 5), place);
      add(68, forms.suffix(to - 1, 3), place);
    }
  }

  private void lists(int token, int begin, int end) {
    if (forms.kind[token] == WordForms.CASELESS) {
      int far = token - 1 > begin ? flags[token - 2] & EVIDENCE : 0;
      int ahead = token + 2 < end ? flags[token + 2] & EVIDENCE : 0;
      add(82, far, ahead);
      add(83, mix(far, flags[token] & EVIDENCE), ahead);
    }
    int own = flags[token] & EVIDENCE;
    int before = token > begin ? flags[token - 1] & EVIDENCE : 0;
    int after = token + 1 < end ? flags[token + 1] & EVIDENCE : 0;
    if ((own | before | after) == 0) {
      return;
    }
    int kind = forms.kind[token];
    for (int bits = own; bits != 0; bits &= bits - 1) {
      int bit = Integer.numberOfTrailingZeros(bits);
      add(70, bit, kind);
      add(71, bit, forms.shape[token]);
      add(72, bit, stem(token - 1, begin, end, 4));
      add(73, bit, language);
    }
    add(74, own, kind);
    add(79, own, forms.suffix(token, 3));
    if (forms.isCapital(token)) {
      // A list that knows but a part of a capitalized run may know the wrong thing.
      int from = context.runBegin[token];
      int to = context.runEnd[token];
      int place = Math.min(token - from, 3) * 4 + Math.min(to - token, 3);
      add(80, own, place);
      add(81, mix(own, flags[from] & EVIDENCE), mix(flags[to - 1] & EVIDENCE, place));
    }
    for (int bits = before; bits != 0; bits &= bits - 1) {
      add(75, Integer.numberOfTrailingZeros(bits), kind);
    }
    for (int bits = after; bits != 0; bits &= bits - 1) {
      add(76, Integer.numberOfTrailingZeros(bits), kind);
    }
    add(77, own, mix(before, kind));
    add(78, own, mix(after, kind));
  }

  /** Folded first letters of a token; a constant beyond the sentence. */
  private int stem(int token, int begin, int end, int letters) {
    return token < begin || token >= end ? NONE : forms.prefix(token, letters);
  }

  private void add(int template, int value) {
    keys[count++] = key(template, value);
  }

  private void add(int template, int first, int second) {
    keys[count++] = key(template, mix(first, second));
  }

  private static int mix(int first, int second) {
    return first * 0x9E3779B1 + Integer.rotateLeft(second * 0x85EBCA77, 13);
  }

  /** The finalizer of MurmurHash3, salted by template. */
  private static int key(int template, int value) {
    int hash = value + template * 0x9E3779B9;
    hash ^= hash >>> 16;
    hash *= 0x85EBCA6B;
    hash ^= hash >>> 13;
    hash *= 0xC2B2AE35;
    return hash ^ hash >>> 16;
  }

  private static int hash(String tag) {
    int hash = NONE;
    int length = Math.min(tag.length(), 3);
    for (int i = 0; i < length && tag.charAt(i) != '-'; i++) {
      hash = WordForms.step(hash, tag.charAt(i));
    }
    return hash;
  }
}
