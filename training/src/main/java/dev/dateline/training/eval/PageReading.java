package dev.dateline.training.eval;

import dev.dateline.ingest.extract.ArticleReader;
import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.extract.ExtractedArticle;
import dev.dateline.ingest.extract.Extraction;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads pages as ingest does, and compares what it read with what a set expects. */
final class PageReading {

  private static final ArticleReader READER = new ArticleReader(ExtractLimits.DEFAULT);
  private static final Set<String> AND = Set.of("and", "und", "et", "y");

  private PageReading() {}

  static Optional<ExtractedArticle> of(PageGold page) {
    return READER.read(page.page(), page.file()).stream()
        .filter(Extraction.Extracted.class::isInstance)
        .map(Extraction.Extracted.class::cast)
        .map(Extraction.Extracted::article)
        .findFirst();
  }

  /**
   * Whether two lines have the same words in the same order; case, punctuation, soft hyphens and
   * how Unicode composes a letter apart.
   */
  static boolean sameWords(String expected, @Nullable String found) {
    return found != null && words(expected).equals(words(found));
  }

  /**
   * Whether the words of a line stand in a row on a page: in its text, its markup or its scripts.
   */
  static boolean holds(Document page, String line) {
    String searched = " " + words(line) + " ";
    String markup = Parser.unescapeEntities(page.outerHtml(), false);
    return Stream.of(page.text(), markup)
        .anyMatch(text -> (" " + words(text) + " ").contains(searched));
  }

  /** Whether two lists of names name the same, in whatever order and with whatever between them. */
  static boolean sameNames(String expected, String found) {
    return names(expected).equals(names(found));
  }

  private static String words(String line) {
    return Normalizer.normalize(line, Normalizer.Form.NFC)
        .replace("\u00AD", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  private static Set<String> names(String line) {
    return Arrays.stream(words(line).split(" "))
        .filter(word -> !AND.contains(word))
        .collect(Collectors.toSet());
  }
}
