package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.text.Tokens;

/** What lists of names say about the tokens of a text: evidence for the tagger, never a verdict. */
public interface NameFlags {

  /** Number of bits that are evidence. */
  int BITS = 16;

  /** No lists. */
  NameFlags NONE = (tokens, language) -> new int[tokens.size()];

  /** What either list says. */
  default NameFlags and(NameFlags other) {
    return (tokens, language) -> {
      int[] flags = of(tokens, language);
      int[] more = other.of(tokens, language);
      for (int token = 0; token < flags.length; token++) {
        flags[token] |= more[token];
      }
      return flags;
    };
  }

  /**
   * For each token a set of bits, the lowest {@link #BITS} of an int; the two bits above them say
   * how many letters before a name are a word of their own, written together with it.
   */
  int[] of(Tokens tokens, LanguageGuess language);
}
