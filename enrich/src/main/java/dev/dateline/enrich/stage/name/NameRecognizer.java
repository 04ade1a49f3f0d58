package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.LanguageGuess;
import java.util.List;

/**
 * Finds names in plain text. Implementations are immutable, thread-safe and pure, and take any text
 * in time linear in its length.
 */
public interface NameRecognizer {

  /** The names of a text in the order in which they stand; they do not overlap. */
  List<NameSpan> recognize(String text, LanguageGuess language);
}
