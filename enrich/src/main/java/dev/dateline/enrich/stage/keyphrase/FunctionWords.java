package dev.dateline.enrich.stage.keyphrase;

import dev.dateline.enrich.knowledge.KeySet;
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

  /** The first goes into the common words of the knowledge base too, the second does not. */
  private static final List<String> RESOURCES =
      List.of("function-words.txt", "further-function-words.txt");

  private static final Map<String, FunctionWords> BY_LANGUAGE = new HashMap<>();
  private static final FunctionWords OF_ALL = read();

  private static final char CAPITAL_DOTTED_I = '\u0130';
  private static final char DOT_ABOVE = '\u0307';

  private final KeySet words;
  private final int longest;

  private FunctionWords(Set<String> words) {
    this.words = new KeySet(words.size());
    words.forEach(word -> this.words.add(hash(word, 0, word.length())));
    this.longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  /** The words of a language; those of every language where it is not known. */
  static FunctionWords of(String tag) {
    int subtag = tag.indexOf('-');
    return BY_LANGUAGE.getOrDefault(subtag < 0 ? tag : tag.substring(0, subtag), OF_ALL);
  }

  /** Whether a stretch of a text is one of them, in whatever case. */
  boolean contains(String text, int start, int end) {
    return end - start <= longest && words.contains(hash(text, start, end));
  }

  /** Hash of the lower case: FNV-1a of 64 bits. Sigma is one letter at the end of a word too. */
  private static long hash(String text, int start, int end) {
    long hash = 0xCBF29CE484222325L;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      char lower = Character.toLowerCase(c);
      hash = (hash ^ (lower == 'ς' ? 'σ' : lower)) * 0x100000001B3L;
      if (c == CAPITAL_DOTTED_I) {
        hash = (hash ^ DOT_ABOVE) * 0x100000001B3L;
      }
    }
    return hash;
  }

  /** Reads the words of each language; returns those of all. */
  private static FunctionWords read() {
    Map<String, Set<String>> byLanguage = new HashMap<>();
    Set<String> all = new HashSet<>();
    for (String resource : RESOURCES) {
      read(resource, byLanguage, all);
    }
    byLanguage.forEach((tag, words) -> BY_LANGUAGE.put(tag, new FunctionWords(words)));
    return new FunctionWords(all);
  }

  private static void read(String resource, Map<String, Set<String>> byLanguage, Set<String> all) {
    try (InputStream in = FunctionWords.class.getResourceAsStream(resource);
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
  }
}
