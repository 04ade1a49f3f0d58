package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.KeySet;
import dev.dateline.enrich.knowledge.NameKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adjectives that speak of a country: {@code китайският, polského, Israeli}. */
final class CountryAdjectives {

  private static final Map<String, CountryAdjectives> BY_LANGUAGE = read();

  private static final int SHORTEST = 4;

  private record Adjective(String base, String country) {}

  private final Map<Long, List<Adjective>> byKey;

  /** Turns other words away without an object. */
  private final KeySet keys;

  private CountryAdjectives(Map<Long, List<Adjective>> byKey) {
    this.byKey = byKey;
    this.keys = new KeySet(byKey.size());
    byKey.keySet().forEach(keys::add);
  }

  static boolean areKnown(String language) {
    return BY_LANGUAGE.containsKey(language);
  }

  /**
   * The country of an adjective of a language in whatever form.
   *
   * @return ISO 3166-1 alpha-2, or null
   */
  static @Nullable String country(String word, Inflections inflections, String language) {
    return country(word, 0, word.length(), inflections, language, new NameKeys());
  }

  /** The same for a word that stands in a text. */
  static @Nullable String country(
      String text, int start, int end, Inflections inflections, String language, NameKeys keys) {
    CountryAdjectives adjectives = BY_LANGUAGE.get(language);
    if (adjectives == null || end - start < SHORTEST) {
      return null;
    }
    int ending = inflections.openingEndingLength();
    List<Adjective> whole = adjectives.under(keys.word(text, start, end));
    List<Adjective> opened =
        ending == 0 ? List.of() : adjectives.under(keys.word(text, start, end - ending));
    if (whole.isEmpty() && opened.isEmpty()) {
      return null;
    }
    String folded = NameKeys.folded(text.substring(start, end));
    String country = find(whole, folded, inflections);
    return country == null && inflections.openingEnding(folded) > 0
        ? find(opened, folded, inflections)
        : country;
  }

  private List<Adjective> under(long key) {
    return keys.contains(key) ? byKey.getOrDefault(key, List.of()) : List.of();
  }

  private static @Nullable String find(
      List<Adjective> adjectives, String folded, Inflections inflections) {
    for (Adjective adjective : adjectives) {
      if (adjective.base().equals(folded) || inflections.inflects(adjective.base(), folded)) {
        return adjective.country();
      }
    }
    return null;
  }

  private static Map<String, CountryAdjectives> read() {
    Map<String, Map<Long, List<Adjective>>> read = new HashMap<>();
    NameKeys keys = new NameKeys();
    try (InputStream in = CountryAdjectives.class.getResourceAsStream("country-adjectives.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] field = line.split("\t");
        Map<Long, List<Adjective>> ofLanguage =
            read.computeIfAbsent(field[0], language -> new HashMap<>());
        for (int i = 2; i < field.length; i++) {
          ofLanguage
              .computeIfAbsent(keys.word(field[i], 0, field[i].length()), key -> new ArrayList<>())
              .add(new Adjective(NameKeys.folded(field[i]), field[1]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, CountryAdjectives> byLanguage = new HashMap<>();
    read.forEach((language, byKey) -> byLanguage.put(language, new CountryAdjectives(byKey)));
    return Map.copyOf(byLanguage);
  }
}
