package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.text.Tokens;

/** What the features need of the words of a document, as hashes; computed once a document. */
final class WordForms {

  /** Prefixes of 2 to 6 folded letters. */
  static final int PREFIXES = 5;

  /** Suffixes of 1 to 4 folded letters. */
  static final int SUFFIXES = 4;

  /** How many numbers {@link #write} writes. */
  static final int WRITTEN = 3 + PREFIXES + SUFFIXES;

  static final int CASELESS = 0;
  static final int LOWER = 1;
  static final int TITLE = 2;
  static final int UPPER = 3;
  static final int MIXED = 4;
  static final int NUMBER = 5;
  static final int SYMBOL = 6;

  static final int SEED = 0x811C9DC5;
  private static final int LONGEST = 40;

  final int[] exact;

  /** The word without what its language writes together with names, as far as letters tell. */
  final int[] bare;

  final int[] shape;
  final byte[] kind;
  final byte[] length;
  private final int[] prefixes;
  private final int[] suffixes;
  private final IntSet lowerSeen;
  private final IntSet capitalSeen;

  WordForms(Tokens tokens) {
    int size = tokens.size();
    exact = new int[size];
    bare = new int[size];
    shape = new int[size];
    kind = new byte[size];
    length = new byte[size];
    prefixes = new int[size * PREFIXES];
    suffixes = new int[size * SUFFIXES];
    lowerSeen = new IntSet(size);
    capitalSeen = new IntSet(size);
    char[] folded = new char[3 * LONGEST];
    int sentence = 0;
    for (int token = 0; token < size; token++) {
      read(tokens, token, folded);
      while (sentence + 1 < tokens.sentenceCount() && tokens.sentenceEnd(sentence) <= token) {
        sentence++;
      }
      if (kind[token] == LOWER) {
        lowerSeen.add(exact[token]);
      } else if (kind[token] == TITLE && token > tokens.sentenceBegin(sentence)) {
        capitalSeen.add(exact[token]);
      }
    }
  }

  /** Hash of the first {@code letters} folded letters; the whole word where it is shorter. */
  int prefix(int token, int letters) {
    return prefixes[token * PREFIXES + letters - 2];
  }

  /** Hash of the last {@code letters} folded letters; the whole word where it is shorter. */
  int suffix(int token, int letters) {
    return suffixes[token * SUFFIXES + letters - 1];
  }

  /** Writes all that is known of a word by itself but {@link #bare}. */
  void write(int token, int[] to) {
    to[0] = exact[token];
    to[1] = shape[token];
    to[2] = kind[token] << 8 | length[token];
    System.arraycopy(prefixes, token * PREFIXES, to, 3, PREFIXES);
    System.arraycopy(suffixes, token * SUFFIXES, to, 3 + PREFIXES, SUFFIXES);
  }

  /** Whether the word stands in lower case somewhere in the document. */
  boolean isLowerSeen(int token) {
    return lowerSeen.contains(exact[token]);
  }

  /** Whether the word is capitalized somewhere inside a sentence. */
  boolean isCapitalSeen(int token) {
    return capitalSeen.contains(exact[token]);
  }

  boolean isCapital(int token) {
    return kind[token] == TITLE || kind[token] == UPPER || kind[token] == MIXED;
  }

  private void read(Tokens tokens, int token, char[] folded) {
    String text = tokens.text();
    int start = tokens.start(token);
    int end = tokens.end(token);
    int hash = SEED;
    int shapeHash = SEED;
    int lastClass = 0;
    int upper = 0;
    int lower = 0;
    boolean firstUpper = false;
    int letters = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int shapeClass = LetterShape.of(c);
      if (shapeClass == LetterShape.NONE) {
        continue;
      }
      hash = step(hash, Character.toLowerCase(c));
      if (shapeClass == LetterShape.UPPER) {
        firstUpper |= upper + lower == 0;
        upper++;
      } else if (shapeClass == LetterShape.LOWER) {
        lower++;
      }
      if (shapeClass != lastClass) {
        shapeHash = step(shapeHash, shapeClass);
        lastClass = shapeClass;
      } else if (i == start + 1) {
        shapeHash = step(shapeHash, 1);
      }
      if (letters < folded.length - 3) {
        char single = SharedLetters.single(c);
        if (single != 0) {
          folded[letters++] = single;
        } else {
          String plain = SharedLetters.fold(c);
          for (int j = 0; j < plain.length(); j++) {
            folded[letters++] = plain.charAt(j);
          }
        }
      }
    }
    exact[token] = hash;
    bare[token] = GluedWords.bareHash(tokens, token, hash);
    shape[token] = shapeHash;
    length[token] = (byte) Math.min(letters, 12);
    kind[token] = kind(tokens, token, upper, lower, firstUpper);
    affixes(token, folded, letters);
  }

  private void affixes(int token, char[] folded, int letters) {
    int hash = SEED;
    int at = token * PREFIXES;
    for (int i = 0; i < PREFIXES + 1; i++) {
      hash = i < letters ? step(hash, folded[i]) : i == letters ? step(hash, 2) : hash;
      if (i > 0) {
        prefixes[at + i - 1] = hash;
      }
    }
    hash = SEED;
    at = token * SUFFIXES;
    for (int i = 0; i < SUFFIXES; i++) {
      hash =
          i < letters ? step(hash, folded[letters - 1 - i]) : i == letters ? step(hash, 2) : hash;
      suffixes[at + i] = hash;
    }
  }

  private static byte kind(Tokens tokens, int token, int upper, int lower, boolean firstUpper) {
    if (tokens.isSymbol(token)) {
      return SYMBOL;
    }
    if (tokens.isNumber(token)) {
      return NUMBER;
    }
    if (upper == 0) {
      return (byte) (lower == 0 ? CASELESS : LOWER);
    }
    if (lower == 0) {
      return (byte) (upper == 1 ? TITLE : UPPER);
    }
    return (byte) (firstUpper && upper == 1 ? TITLE : MIXED);
  }

  static int step(int hash, int c) {
    return (hash ^ c) * 0x01000193;
  }
}
