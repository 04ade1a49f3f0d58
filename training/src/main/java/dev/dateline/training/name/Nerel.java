package dev.dateline.training.name;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.training.data.TarArchive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Reads NEREL: Russian Wikinews with nested names in brat's standoff format. Of nested names the
 * outermost counts; what begins in lower case describes and does not name.
 */
final class Nerel {

  private static final Map<String, EntityType> TYPES =
      Map.ofEntries(
          Map.entry("PERSON", EntityType.PERSON),
          Map.entry("CITY", EntityType.PLACE),
          Map.entry("COUNTRY", EntityType.PLACE),
          Map.entry("STATE_OR_PROVINCE", EntityType.PLACE),
          Map.entry("LOCATION", EntityType.PLACE),
          Map.entry("DISTRICT", EntityType.PLACE),
          Map.entry("FACILITY", EntityType.PLACE),
          Map.entry("ORGANIZATION", EntityType.ORGANIZATION),
          Map.entry("EVENT", EntityType.EVENT),
          Map.entry("PRODUCT", EntityType.PRODUCT),
          Map.entry("WORK_OF_ART", EntityType.PRODUCT));

  private Nerel() {}

  static List<MarkedText> read(Path data) {
    List<MarkedText> texts = new ArrayList<>();
    for (String part : List.of("train", "dev")) {
      SortedMap<String, String> files =
          TarArchive.read(data.resolve("nerel/NEREL-v1.1-" + part + ".tar.gz"), path -> true);
      files.forEach(
          (path, marks) -> {
            String text = files.get(path.replace(".ann", ".txt"));
            if (path.endsWith(".ann") && text != null) {
              texts.add(MarkedText.of("nerel", part, "ru", text, names(text, marks)));
            }
          });
    }
    return texts;
  }

  static List<MarkedName> names(String text, String marks) {
    List<MarkedName> found = new ArrayList<>();
    for (String line : marks.split("\n")) {
      String[] field = line.split("\t");
      if (!line.startsWith("T") || field.length < 3 || field[1].contains(";")) {
        continue;
      }
      String[] mark = field[1].split(" ");
      EntityType type = TYPES.get(mark[0]);
      int start = utf16(text, Integer.parseInt(mark[1]));
      int end = utf16(text, Integer.parseInt(mark[2]));
      if (type != null && end <= text.length() && isName(text, start, end)) {
        found.add(new MarkedName(start, end, type));
      }
    }
    found.sort(
        Comparator.comparingInt(MarkedName::start)
            .thenComparing(Comparator.comparingInt(MarkedName::end).reversed()));
    List<MarkedName> outermost = new ArrayList<>();
    int covered = 0;
    for (MarkedName name : found) {
      if (name.start() >= covered) {
        outermost.add(name);
        covered = name.end();
      }
    }
    return outermost;
  }

  /** brat counts code points. */
  private static int utf16(String text, int codePoints) {
    return codePoints > text.codePointCount(0, text.length())
        ? text.length() + 1
        : text.offsetByCodePoints(0, codePoints);
  }

  private static boolean isName(String text, int start, int end) {
    int first = start;
    while (first < end && !Character.isLetterOrDigit(text.charAt(first))) {
      first++;
    }
    return first < end
        && !Character.isLowerCase(text.charAt(first))
        && text.indexOf('\n', start) < 0 | text.indexOf('\n', start) >= end;
  }
}
