package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.util.Optional;

/** Reads plain text: a headline and paragraphs. */
final class TextReader {

  private static final int LINE_OF_A_PARAGRAPH = 100;

  private TextReader() {}

  /** The article; empty where there is no text. */
  static Optional<ExtractedArticle> read(String decoded) {
    String text = separateParagraphs(CleanText.prose(decoded));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Headline.Split split = Headline.split(text);
    return new ArticleDraft().title(split.title()).prose(split.text()).build();
  }

  /**
   * Text without an empty line and with long lines has one paragraph a line. With short lines it is
   * one paragraph, wrapped.
   */
  private static String separateParagraphs(String text) {
    if (text.contains("\n\n") || text.indexOf('\n') < 0) {
      return text;
    }
    long lines = text.chars().filter(c -> c == '\n').count() + 1;
    return text.length() / lines >= LINE_OF_A_PARAGRAPH ? text.replace("\n", "\n\n") : text;
  }
}
