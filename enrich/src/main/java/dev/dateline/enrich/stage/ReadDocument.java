package dev.dateline.enrich.stage;

import dev.dateline.enrich.stage.text.Tokens;
import dev.dateline.enrich.stage.topic.TopicWords;

/**
 * A document taken apart, once for all the stages.
 *
 * @param words what topics are told by
 */
record ReadDocument(
    Document document, LanguageGuess language, Tokens title, Tokens text, TopicWords words) {

  /** Reads a document whose language is known. */
  static ReadDocument of(Document document, LanguageGuess language) {
    return new ReadDocument(
        document,
        language,
        Tokens.of(document.title()),
        Tokens.of(document.text()),
        TopicWords.of(document));
  }
}
