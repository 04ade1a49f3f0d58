package dev.dateline.enrich.stage.topic;

import dev.dateline.enrich.stage.Document;

/** The words of a document that its topics are told by: read once, whoever asks them. */
public record TopicWords(TopicFeatures title, TopicFeatures text) {

  private static final int TITLE_WORDS = 30;
  private static final int TEXT_WORDS = 300;

  /** Reads the words of a document: the beginning of a long text. */
  public static TopicWords of(Document document) {
    return of(document.title(), document.text());
  }

  /** Number of words, each part's distinct ones. */
  public int size() {
    return title.words() + text.words();
  }

  /** The same for its parts. */
  static TopicWords of(String title, String text) {
    return new TopicWords(TopicFeatures.of(title, TITLE_WORDS), TopicFeatures.of(text, TEXT_WORDS));
  }
}
