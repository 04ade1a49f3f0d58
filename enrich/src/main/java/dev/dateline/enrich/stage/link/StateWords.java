package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.NameKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words for the form of a state, such as {@code республика, Königreich}, in whatever form. */
final class StateWords {

  private static final Map<String, List<String>> BY_LANGUAGE = read();
  private static final String ENGLISH = "en";

  private final List<String> words;
  private final List<String> english = BY_LANGUAGE.getOrDefault(ENGLISH, List.of());
  private final Inflections inflections;

  /** Those of a language, and the English ones, which stand beside foreign names everywhere. */
  StateWords(String language, Inflections inflections) {
    this.words = BY_LANGUAGE.getOrDefault(language, List.of());
    this.inflections = inflections;
  }

  /** Whether a folded word is one of them. */
  boolean contain(String folded) {
    for (String word : words) {
      if (word.equals(folded) || inflections.inflects(word, folded)) {
        return true;
      }
    }
    return english.contains(folded);
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> byLanguage = new HashMap<>();
    try (InputStream in = StateWords.class.getResourceAsStream("state-words.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] field = line.split("\t");
          byLanguage.put(
              field[0], Arrays.stream(field[1].split(" ")).map(NameKeys::folded).toList());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(byLanguage);
  }
}
