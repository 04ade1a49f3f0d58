package dev.dateline.training.name;

import dev.dateline.enrich.stage.name.PersonNames;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Compiles the lists of person names. Arguments: the jar of {@code net.datafaker:datafaker:2.7.0}
 * (Apache-2.0) and the file to write. The same jar gives the same bytes.
 */
public final class CompilePersonNames {

  private static final Set<String> ONE_CHARACTER = Set.of("ja", "ko", "zh");

  private CompilePersonNames() {}

  /** Runs the compilation; see the description of the class. */
  public static void main(String[] arguments) throws IOException {
    PersonNameLists lists = PersonNameLists.read(Path.of(arguments[0]));
    SortedMap<Integer, Integer> kinds = new TreeMap<>();
    add(lists.given(), 1, kinds);
    add(lists.family(), 2, kinds);
    kinds.remove(0);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      PersonNames.write(kinds, out);
    }
    System.out.println(kinds.size() + " names");
  }

  private static void add(
      SortedMap<String, SortedSet<String>> names, int kind, SortedMap<Integer, Integer> kinds) {
    names.forEach(
        (language, list) -> {
          int shortest = ONE_CHARACTER.contains(language) ? 1 : 2;
          for (String name : list) {
            for (String word : name.split("[ \\-]")) {
              if (word.length() >= shortest) {
                kinds.merge(PersonNames.hash(word), kind, (one, other) -> one | other);
              }
            }
          }
        });
  }
}
