package dev.dateline.training.knowledge;

import dev.dateline.enrich.stage.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The project's own tables. A line has five fields: an id, the type, the country, the prominence
 * and names, parted by {@code |}, each with its languages ({@code ru,uk=Голос}) or an alias of any
 * language. The id is {@code iso:XX} or {@code geonames:N} to add names to an entity of the
 * sources, or a path that becomes a local id. Where the name-suggestion-index knows exactly one
 * Wikidata item with the English name, the entity takes its id: an organisation that of any item, a
 * place that of one with a flag. An exclamation mark behind the path says that the item is a
 * namesake.
 */
final class Curated {

  private static final int KNOWN_BY_SURNAME = 215;

  private final Drafts drafts;
  private final Countries countries;
  private final Brands brands;
  private final FlagSubjects flags;

  Curated(Drafts drafts, Countries countries, Brands brands, FlagSubjects flags) {
    this.drafts = drafts;
    this.countries = countries;
    this.brands = brands;
    this.flags = flags;
  }

  void read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".tsv")).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
            readLine(lines.get(i), file.getFileName() + ":" + (i + 1));
          }
        }
      }
    }
  }

  private void readLine(String line, String where) {
    String[] field = line.split("\t", -1);
    if (field.length != 5) {
      throw new IllegalArgumentException(where + ": five fields expected, not " + field.length);
    }
    Drafts.Draft draft = draft(field, where);
    if (draft == null) {
      return;
    }
    for (String part : field[4].split("\\|")) {
      readName(draft, part.strip());
    }
    if (draft.type == EntityType.PERSON && draft.prominence >= KNOWN_BY_SURNAME) {
      addSurnames(draft);
    }
  }

  private static void addSurnames(Drafts.Draft draft) {
    for (String name : List.copyOf(draft.names.values())) {
      String surname = name.substring(name.lastIndexOf(' ') + 1);
      if (surname.length() < name.length() && Character.isUpperCase(surname.charAt(0))) {
        draft.aliases.add(surname);
      }
    }
  }

  private static void readName(Drafts.Draft draft, String part) {
    int equals = part.indexOf('=');
    if (equals < 0) {
      if (!part.isEmpty()) {
        draft.aliases.add(part);
      }
      return;
    }
    String name = part.substring(equals + 1).strip();
    for (String language : part.substring(0, equals).split(",")) {
      draft.rename(language.strip(), name);
    }
  }

  private Drafts.@Nullable Draft draft(String[] field, String where) {
    String id = field[0];
    if (id.startsWith("iso:")) {
      Drafts.Draft country = countries.find(id.substring(4));
      if (country == null) {
        throw new IllegalArgumentException(where + ": no country " + id);
      }
      return country;
    }
    if (id.startsWith("geonames:")) {
      return drafts.find(id);
    }
    EntityType type = EntityType.valueOf(field[1]);
    String wikidata = id.endsWith("!") ? null : wikidata(field[4], type);
    id = id.replace("!", "");
    Drafts.Draft draft =
        drafts.of(wikidata == null ? "dateline:" + id : "wikidata:" + wikidata, type);
    draft.type = type;
    draft.country = field[2];
    draft.prominence = Math.max(draft.prominence, Integer.parseInt(field[3]));
    return draft;
  }

  /** The id of the English name, or else of the name right behind it, which is English as well. */
  private @Nullable String wikidata(String names, EntityType type) {
    String[] parts = names.split("\\|");
    for (int i = 0; i < Math.min(2, parts.length); i++) {
      String name = parts[i].strip();
      if (name.indexOf('=') < 0 || name.startsWith("en=")) {
        String id = wikidataOf(name.substring(name.indexOf('=') + 1), type);
        if (id != null) {
          return id;
        }
      }
    }
    return null;
  }

  private @Nullable String wikidataOf(String name, EntityType type) {
    return switch (type) {
      case ORGANIZATION -> brands.idOfLabel(name);
      case PLACE -> flags.id(name);
      default -> null;
    };
  }
}
