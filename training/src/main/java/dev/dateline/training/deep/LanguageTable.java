package dev.dateline.training.deep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of the languages that the deep tagger serves, a line a stage. */
final class LanguageTable {

  private LanguageTable() {}

  /** Puts the languages of a stage into a table, and leaves its other lines as they are. */
  static void put(Path table, String stage, List<String> languages) throws IOException {
    String line = stage + '\t' + String.join(" ", languages);
    List<String> lines =
        new ArrayList<>(Files.exists(table) ? Files.readAllLines(table) : List.of());
    lines.removeIf(old -> old.startsWith(stage + '\t'));
    lines.add(line);
    Files.write(table, lines);
  }
}
