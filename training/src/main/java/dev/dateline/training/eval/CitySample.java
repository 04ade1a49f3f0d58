package dev.dateline.training.eval;

import dev.dateline.enrich.knowledge.Knowledge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A sample of city names, drawn without regard to what we link them to, for a person to check. A
 * verdict is on a pair of ids: whether our entity is the city that the text means.
 */
final class CitySample {

  private static final int SIZE = 200;
  private static final long SEED = 11;
  private static final String VERDICTS = "city-verdicts.tsv";

  /**
   * A name in the text of a set.
   *
   * @param gold Wikidata id that the set gives
   * @param id what we link it to; null if nothing
   * @param context the text around it, for the person who checks
   */
  record City(String form, String base, String gold, @Nullable String id, String context) {}

  private final List<City> cities;

  private CitySample(List<City> cities) {
    this.cities = cities;
  }

  static CitySample draw(List<City> all) {
    List<City> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(SEED));
    return new CitySample(shuffled.subList(0, Math.min(SIZE, shuffled.size())));
  }

  /** The verdicts that are kept with the code: {@code Wikidata id TAB our id}, right or wrong. */
  static Map<String, Boolean> verdicts() {
    try (InputStream resource = CitySample.class.getResourceAsStream(VERDICTS)) {
      if (resource == null) {
        throw new IllegalStateException(VERDICTS + " is missing from the class path");
      }
      Map<String, Boolean> verdicts = new HashMap<>();
      for (String line :
          new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        int verdict = line.lastIndexOf('\t');
        if (verdict > 0 && !line.startsWith("#")) {
          verdicts.put(line.substring(0, verdict), line.substring(verdict + 1).equals("right"));
        }
      }
      return verdicts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Linked right by these verdicts; a name without a link or without a verdict is not. */
  Rate rate(Map<String, Boolean> verdicts) {
    Rate rate = new Rate();
    cities.forEach(city -> rate.add(verdicts.getOrDefault(key(city), false)));
    return rate;
  }

  /** The same of the names that begin with a capital: the set also marks adjectives as cities. */
  Rate capitalizedRate(Map<String, Boolean> verdicts) {
    Rate rate = new Rate();
    cities.stream()
        .filter(city -> Character.isUpperCase(city.form().codePointAt(0)))
        .forEach(city -> rate.add(verdicts.getOrDefault(key(city), false)));
    return rate;
  }

  /** Linked names whose pair of ids nobody has checked. */
  long unchecked(Map<String, Boolean> verdicts) {
    return cities.stream()
        .filter(city -> city.id() != null && !verdicts.containsKey(key(city)))
        .count();
  }

  long unlinked() {
    return cities.stream().filter(city -> city.id() == null).count();
  }

  /**
   * Writes the sample for a person to check, a line a name.
   *
   * @throws UncheckedIOException where the file cannot be written
   */
  void write(Path file, Knowledge knowledge, Map<String, Boolean> verdicts) {
    StringBuilder lines =
        new StringBuilder(
            "verdict\tWikidata\tour id\tname\tcountry\tpeople\tform\tbase\tcontext\n");
    for (City city : cities) {
      Boolean verdict = verdicts.get(key(city));
      int entity = city.id() == null ? -1 : knowledge.find(city.id());
      lines.append(
          String.format(
              Locale.ROOT,
              "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n",
              verdict == null ? "?" : verdict ? "right" : "wrong",
              key(city),
              entity < 0 ? "" : knowledge.name(entity, "en"),
              entity < 0 ? "" : knowledge.country(entity),
              entity < 0 ? "" : knowledge.population(entity),
              city.form(),
              city.base(),
              city.context()));
    }
    try {
      Files.writeString(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(City city) {
    return city.gold() + '\t' + (city.id() == null ? "-" : city.id());
  }
}
