package dev.dateline.training.name;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.training.data.PublicSet;
import dev.dateline.training.data.TarArchive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Reads the gold of the BSNLP shared tasks of 2017 and 2019 (SlavNER): raw texts, and for each the
 * distinct forms of its names, without offsets.
 */
final class SlavNer {

  private static final Set<String> UNION =
      Set.of(
          "eu",
          "ue",
          "unia",
          "unia europejska",
          "wspólnota",
          "evropská unie",
          "unie",
          "evropska unija",
          "europska unija",
          "unija",
          "európska únia",
          "únia",
          "ес",
          "европейский союз",
          "евросоюз",
          "єс",
          "європейський союз",
          "євросоюз");

  private SlavNer() {}

  /** A line of the gold: a form as it stands in the text, and its base form. */
  record GoldName(String form, String base, EntityType type, String id) {}

  /** A document with its gold. */
  record GoldDocument(String topic, String language, String text, List<GoldName> names) {}

  static List<MarkedText> readMarked(Path data) {
    return read(data).stream().map(SlavNer::mark).toList();
  }

  static List<GoldDocument> read(Path data) {
    SortedMap<String, String> files =
        TarArchive.read(PublicSet.SLAVNER.archives(data).get(0), path -> true);
    Map<String, String> gold = new HashMap<>();
    files.forEach(
        (path, content) -> {
          if (path.contains("/annotated/")) {
            gold.put(folder(path.replace("/annotated/", "/raw/")) + firstLine(content), content);
          }
        });
    List<GoldDocument> documents = new ArrayList<>();
    files.forEach(
        (path, content) -> {
          String names = gold.get(folder(path) + firstLine(content));
          if (path.contains("/raw/") && names != null) {
            documents.add(document(path, content, names));
          }
        });
    return documents;
  }

  private static GoldDocument document(String path, String content, String gold) {
    String[] folders = path.split("/");
    String language = folders[folders.length - 2];
    String topic = folders[folders.length - 4];
    List<GoldName> names = new ArrayList<>();
    for (String line : gold.split("\\R")) {
      String[] field = line.split("\t");
      Optional<EntityType> type =
          field.length < 3 ? Optional.empty() : TypeNames.of(field[2].strip());
      if (type.isPresent() && !field[0].isBlank()) {
        String id = field.length > 3 ? field[3].strip() : "";
        names.add(new GoldName(field[0].strip(), field[1].strip(), type.get(), id));
      }
    }
    return new GoldDocument(topic, language, body(content), names);
  }

  /** Title and text: what follows the four lines of the header. */
  private static String body(String content) {
    String rest = content;
    for (int line = 0; line < 4; line++) {
      rest = rest.substring(rest.indexOf('\n') + 1);
    }
    return rest.replace("\r", "");
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static String firstLine(String content) {
    return content.lines().findFirst().orElse("").replace("\uFEFF", "").strip();
  }

  /**
   * The type that training sees. The sets of 2017 call the European Union a place in some languages
   * and an organisation in others, that of 2019 an organisation throughout.
   */
  private static EntityType taught(GoldName name) {
    return UNION.contains(name.base().toLowerCase(Locale.ROOT))
        ? EntityType.ORGANIZATION
        : name.type();
  }

  private static MarkedText mark(GoldDocument document) {
    Map<String, EntityType> types = new LinkedHashMap<>();
    document.names().forEach(name -> types.putIfAbsent(name.form(), taught(name)));
    List<MarkedName> names = FormProjection.project(document.text(), types);
    return new MarkedText(
        "slavner",
        document.topic(),
        document.language(),
        document.text(),
        names,
        document.names().stream()
            .map(name -> new NameForm(name.form(), name.type()))
            .collect(Collectors.toUnmodifiableSet()));
  }
}
