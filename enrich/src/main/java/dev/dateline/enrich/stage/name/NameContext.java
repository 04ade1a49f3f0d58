package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.text.Tokens;

/**
 * Where a token stands: sentence bounds, the run of capitalized words around it, quotation marks.
 */
final class NameContext {

  private static final String OPENING = "«„“‚‘「『《〈\"";
  private static final String CLOSING = "»”“’」』》〉\"";

  private static final int LONGEST_QUOTATION = 12;

  /** Index of the first token of the sentence. */
  final int[] begin;

  /** One past the index of the last token of the sentence. */
  final int[] end;

  /** Index of the first token of the run of capitalized words; the token itself outside a run. */
  final int[] runBegin;

  /** One past the index of the last token of the run. */
  final int[] runEnd;

  /** Whether the token stands in a short quotation. */
  final boolean[] quoted;

  /** Whether the sentence is written in capitals throughout. */
  final boolean[] shouted;

  NameContext(Tokens tokens, WordForms forms) {
    int size = tokens.size();
    begin = new int[size];
    end = new int[size];
    runBegin = new int[size];
    runEnd = new int[size];
    quoted = new boolean[size];
    shouted = new boolean[size];
    for (int s = 0; s < tokens.sentenceCount(); s++) {
      sentence(tokens, forms, tokens.sentenceBegin(s), tokens.sentenceEnd(s));
    }
  }

  private void sentence(Tokens tokens, WordForms forms, int from, int to) {
    int upper = 0;
    int other = 0;
    int run = from;
    int quote = -1;
    for (int token = from; token < to; token++) {
      begin[token] = from;
      end[token] = to;
      int kind = forms.kind[token];
      if (kind == WordForms.UPPER) {
        upper++;
      } else if (kind == WordForms.LOWER || kind == WordForms.TITLE) {
        other++;
      }
      boolean inRun = forms.isCapital(token) || isJoint(tokens, forms, token, from, to);
      if (!inRun) {
        run = token + 1;
      }
      runBegin[token] = inRun ? run : token;
      if (kind == WordForms.SYMBOL) {
        quote = quotation(tokens, token, quote);
      }
    }
    int runTo = to;
    for (int token = to - 1; token >= from; token--) {
      boolean inRun = forms.isCapital(token) || isJoint(tokens, forms, token, from, to);
      if (!inRun) {
        runTo = token;
      }
      runEnd[token] = inRun ? runTo : token + 1;
      shouted[token] = upper >= 3 && other * 4 < upper;
    }
  }

  /** A hyphen, full stop or apostrophe between two capitalized words without spaces. */
  private static boolean isJoint(Tokens tokens, WordForms forms, int token, int from, int to) {
    if (!tokens.isSymbol(token) || token == from || token + 1 >= to) {
      return false;
    }
    char c = tokens.first(token);
    boolean joins = c == '-' || c == '.' || c == '\'' || c == '’' || c == '‐' || c == '&';
    return joins && forms.isCapital(token - 1) && forms.isCapital(token + 1);
  }

  /** Marks what a closing quotation mark closes; returns the quotation mark that stays open. */
  private int quotation(Tokens tokens, int token, int open) {
    char c = tokens.first(token);
    if (open >= 0 && CLOSING.indexOf(c) >= 0 && token - open <= LONGEST_QUOTATION) {
      for (int inside = open + 1; inside < token; inside++) {
        quoted[inside] = true;
      }
      return -1;
    }
    return OPENING.indexOf(c) >= 0 ? token : open;
  }
}
