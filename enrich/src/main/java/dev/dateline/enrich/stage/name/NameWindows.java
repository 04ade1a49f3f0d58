package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.text.Tokens;

/**
 * Where names can be: in scripts with case only around capitals, which halves the work; in the
 * others everywhere.
 */
final class NameWindows {

  private static final int BEFORE = 2;
  private static final int AFTER = 4;

  private NameWindows() {}

  /** For each token whether it may belong to a name. */
  static boolean[] of(Tokens tokens, WordForms forms) {
    boolean[] open = new boolean[tokens.size()];
    for (int s = 0; s < tokens.sentenceCount(); s++) {
      int begin = tokens.sentenceBegin(s);
      int end = tokens.sentenceEnd(s);
      int until = begin;
      for (int token = begin; token < end; token++) {
        if (forms.isCapital(token)) {
          for (int back = Math.max(begin, token - BEFORE); back < token; back++) {
            open[back] = true;
          }
          until = token + AFTER + 1;
        }
        open[token] = token < until || forms.kind[token] == WordForms.CASELESS;
      }
      fillGaps(open, forms, begin, end);
    }
    return open;
  }

  /** Symbols and numbers between words without case belong to their window. */
  private static void fillGaps(boolean[] open, WordForms forms, int begin, int end) {
    for (int token = begin + 1; token + 1 < end; token++) {
      boolean inert =
          forms.kind[token] == WordForms.SYMBOL || forms.kind[token] == WordForms.NUMBER;
      open[token] |= inert && open[token - 1] && forms.kind[token - 1] != WordForms.LOWER;
    }
  }
}
