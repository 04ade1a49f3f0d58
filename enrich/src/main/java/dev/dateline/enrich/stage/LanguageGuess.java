package dev.dateline.enrich.stage;

/**
 * The language of a text.
 *
 * @param tag BCP 47; {@code und} where the text has none
 * @param confidence 0 to 1
 */
public record LanguageGuess(String tag, double confidence) {

  /** A text without a language: empty, numbers, symbols. */
  public static final LanguageGuess UNDETERMINED = new LanguageGuess("und", 0);
}
