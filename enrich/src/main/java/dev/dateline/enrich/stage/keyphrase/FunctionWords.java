package dev.dateline.enrich.stage.keyphrase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that say nothing by themselves, by language: articles, prepositions, months. */
final class FunctionWords {

  private static final Set<String> OF_ALL = new HashSet<>();
  private static final Map<String, Set<String>> BY_LANGUAGE = read();

  private FunctionWords() {}

  /** The words of a language in lower case; those of every language where it is not known. */
  static Set<String> of(String tag) {
    int subtag = tag.indexOf('-');
    return BY_LANGUAGE.getOrDefault(subtag < 0 ? tag : tag.substring(0, subtag), OF_ALL);
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> byLanguage = new HashMap<>();
    try (InputStream in = FunctionWords.class.getResourceAsStream("function-words.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // The lines of no language list words that look like names, for the knowledge base.
        if (line.startsWith("#") || line.startsWith("und\t")) {
          continue;
        }
        int tab = line.indexOf('\t');
        List<String> words = List.of(line.substring(tab + 1).split(" "));
        byLanguage.computeIfAbsent(line.substring(0, tab), tag -> new HashSet<>()).addAll(words);
        OF_ALL.addAll(words);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return byLanguage;
  }
}
