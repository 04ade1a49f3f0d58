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
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that say nothing by themselves, by language: articles, prepositions, months. */
final class FunctionWords {

  private static final Map<String, FunctionWords> BY_LANGUAGE = new HashMap<>();
  private static final FunctionWords OF_ALL = read();

  private final Set<String> words;
  private final int longest;

  private FunctionWords(Set<String> words) {
    this.words = words;
    this.longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  /** The words of a language; those of every language where it is not known. */
  static FunctionWords of(String tag) {
    int subtag = tag.indexOf('-');
    return BY_LANGUAGE.getOrDefault(subtag < 0 ? tag : tag.substring(0, subtag), OF_ALL);
  }

  /** Whether a stretch of a text is one of them, in whatever case. */
  boolean contains(String text, int start, int end) {
    return end - start <= longest
        && words.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /** Reads the words of each language; returns those of all. */
  private static FunctionWords read() {
    Map<String, Set<String>> byLanguage = new HashMap<>();
    Set<String> all = new HashSet<>();
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
        all.addAll(words);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byLanguage.forEach((tag, words) -> BY_LANGUAGE.put(tag, new FunctionWords(words)));
    return new FunctionWords(all);
  }
}
