package dev.dateline.training.eval;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.training.data.PublicSet;
import dev.dateline.training.data.TarArchive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Gold for linking: documents whose names have a base form and an id. */
final class LinkGold {

  /**
   * A name of a document.
   *
   * @param base base form; empty where the set has none
   * @param kind type as the set calls it
   * @param id as the set writes it; empty if none
   */
  record Name(String form, String base, String kind, EntityType type, String id) {}

  /** A document, its distinct names and where they stand. */
  record Text(String topic, String language, String text, List<Name> names, List<NameSpan> spans) {}

  private static final Map<String, EntityType> SLAVNER =
      Map.of(
          "PER", EntityType.PERSON,
          "LOC", EntityType.PLACE,
          "ORG", EntityType.ORGANIZATION,
          "PRO", EntityType.PRODUCT,
          "EVT", EntityType.EVENT);

  private static final Map<String, EntityType> NEREL =
      Map.of(
          "PERSON", EntityType.PERSON,
          "COUNTRY", EntityType.PLACE,
          "CITY", EntityType.PLACE,
          "STATE_OR_PROVINCE", EntityType.PLACE,
          "ORGANIZATION", EntityType.ORGANIZATION);

  private LinkGold() {}

  /** BSNLP SlavNER: forms without offsets, found again in the text, longest first. */
  static List<Text> slavNer(Path data) {
    SortedMap<String, String> files =
        TarArchive.read(PublicSet.SLAVNER.archives(data).get(0), path -> true);
    Map<String, String> gold = new HashMap<>();
    files.forEach(
        (path, content) -> {
          if (path.contains("/annotated/")) {
            gold.put(key(path.replace("/annotated/", "/raw/"), content), content);
          }
        });
    List<Text> texts = new ArrayList<>();
    files.forEach(
        (path, content) -> {
          String names = path.contains("/raw/") ? gold.get(key(path, content)) : null;
          if (names != null) {
            texts.add(slavNerText(path, content, names));
          }
        });
    return texts;
  }

  private static String key(String path, String content) {
    String first = content.lines().findFirst().orElse("").replace("\uFEFF", "").strip();
    return path.substring(0, path.lastIndexOf('/')) + first;
  }

  private static Text slavNerText(String path, String content, String gold) {
    String[] folder = path.split("/");
    String body = content.replace("\r", "");
    for (int line = 0; line < 4; line++) {
      body = body.substring(body.indexOf('\n') + 1);
    }
    List<Name> names = new ArrayList<>();
    for (String line : gold.split("\\R")) {
      String[] field = line.split("\t");
      if (field.length > 3 && SLAVNER.containsKey(field[2].strip())) {
        EntityType type = SLAVNER.get(field[2].strip());
        names.add(
            new Name(field[0].strip(), field[1].strip(), field[2].strip(), type, field[3].strip()));
      }
    }
    return new Text(
        folder[folder.length - 4], folder[folder.length - 2], body, names, project(body, names));
  }

  private static List<NameSpan> project(String text, List<Name> names) {
    boolean[] taken = new boolean[text.length()];
    List<NameSpan> spans = new ArrayList<>();
    List<Name> longestFirst = new ArrayList<>(names);
    longestFirst.sort(Comparator.comparing((Name name) -> -name.form().length()));
    for (Name name : longestFirst) {
      int at = text.indexOf(name.form());
      while (at >= 0) {
        int end = at + name.form().length();
        boolean word =
            (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        if (word && !taken[at] && !taken[end - 1]) {
          for (int i = at; i < end; i++) {
            taken[i] = true;
          }
          spans.add(new NameSpan(TextSpan.of(text, at, end), name.type(), 1));
        }
        at = text.indexOf(name.form(), at + 1);
      }
    }
    spans.sort(Comparator.comparingInt(span -> span.span().start()));
    return spans;
  }

  /** NEREL: Russian, with offsets and Wikidata ids; outermost names only. */
  static List<Text> nerel(Path data) {
    List<Text> texts = new ArrayList<>();
    for (Path archive : PublicSet.NEREL.archives(data)) {
      SortedMap<String, String> files = TarArchive.read(archive, path -> true);
      files.forEach(
          (path, content) -> {
            String text = files.get(path.replaceAll("\\.ann$", ".txt"));
            if (path.endsWith(".ann") && text != null) {
              texts.add(nerelText(text.replace("\r", ""), content));
            }
          });
    }
    return texts;
  }

  private static Text nerelText(String text, String annotations) {
    Map<String, String> ids = new HashMap<>();
    Map<String, String> normal = new HashMap<>();
    for (String line : annotations.split("\\R")) {
      String[] field = line.split("\t");
      if (line.startsWith("N") && field.length > 1) {
        String[] part = field[1].split(" ");
        ids.put(part[1], part[2]);
        normal.put(part[1], field.length > 2 ? field[2] : "");
      }
    }
    List<Name> names = new ArrayList<>();
    List<NameSpan> spans = new ArrayList<>();
    for (String line : annotations.split("\\R")) {
      String[] field = line.split("\t");
      if (!line.startsWith("T") || field.length < 3 || field[1].contains(";")) {
        continue;
      }
      String[] part = field[1].split(" ");
      EntityType type = NEREL.get(part[0]);
      int start = Integer.parseInt(part[1]);
      int end = Integer.parseInt(part[2]);
      if (type != null && end <= text.length() && text.startsWith(field[2], start)) {
        String id = ids.getOrDefault(field[0], "").replace("Wikidata:", "wikidata:");
        String base = normal.getOrDefault(field[0], "");
        names.add(new Name(field[2], base, part[0], type, id));
        spans.add(new NameSpan(TextSpan.of(text, start, end), type, 1));
      }
    }
    return new Text("nerel", "ru", text, names, outermost(spans));
  }

  private static List<NameSpan> outermost(List<NameSpan> spans) {
    List<NameSpan> sorted = new ArrayList<>(spans);
    sorted.sort(
        Comparator.comparingInt((NameSpan span) -> span.span().start())
            .thenComparing(span -> -span.span().end()));
    List<NameSpan> kept = new ArrayList<>();
    int end = 0;
    for (NameSpan span : sorted) {
      if (span.span().start() >= end) {
        kept.add(span);
        end = span.span().end();
      }
    }
    return kept;
  }
}
