package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.text.Tokens;

/** What lists of names say about the tokens of a text: evidence for the tagger, never a verdict. */
public interface NameFlags {

  /** Number of bits in use. */
  int BITS = 16;

  /** No lists. */
  NameFlags NONE = (tokens, language) -> new int[tokens.size()];

  /** For each token a set of bits, the lowest {@link #BITS} of an int. */
  int[] of(Tokens tokens, LanguageGuess language);
}
