package dev.dateline.enrich.stage.link;

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

  private record Adjective(String base, String country) {}

  private final Map<Long, List<Adjective>> byKey = new HashMap<>();

  private CountryAdjectives() {}

  static boolean areKnown(String language) {
    return BY_LANGUAGE.containsKey(language);
  }

  /**
   * The country of an adjective of a language in whatever form.
   *
   * @return ISO 3166-1 alpha-2, or null
   */
  static @Nullable String country(String word, Inflections inflections, String language) {
    CountryAdjectives adjectives = BY_LANGUAGE.get(language);
    if (adjectives == null || word.length() < 4) {
      return null;
    }
    String folded = NameKeys.folded(word);
    NameKeys keys = new NameKeys();
    int whole = word.length();
    long key = keys.word(word, 0, whole);
    String country = adjectives.find(key, folded, inflections);
    int ending = country == null ? inflections.openingEnding(folded) : 0;
    return ending == 0
        ? country
        : adjectives.find(keys.word(word, 0, whole - ending), folded, inflections);
  }

  private @Nullable String find(long key, String folded, Inflections inflections) {
    for (Adjective adjective : byKey.getOrDefault(key, List.of())) {
      if (adjective.base().equals(folded) || inflections.inflects(adjective.base(), folded)) {
        return adjective.country();
      }
    }
    return null;
  }

  private static Map<String, CountryAdjectives> read() {
    Map<String, CountryAdjectives> byLanguage = new HashMap<>();
    NameKeys keys = new NameKeys();
    try (InputStream in = CountryAdjectives.class.getResourceAsStream("country-adjectives.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] field = line.split("\t");
        CountryAdjectives adjectives =
            byLanguage.computeIfAbsent(field[0], language -> new CountryAdjectives());
        for (int i = 2; i < field.length; i++) {
          adjectives
              .byKey
              .computeIfAbsent(keys.word(field[i], 0, field[i].length()), key -> new ArrayList<>())
              .add(new Adjective(NameKeys.folded(field[i]), field[1]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(byLanguage);
  }
}
