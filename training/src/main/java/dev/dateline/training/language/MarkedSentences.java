package dev.dateline.training.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sentences with marked names, {@code names/<language>.tsv}, without the marks. */
final class MarkedSentences {

  private MarkedSentences() {}

  static SortedMap<String, List<String>> byLanguage(Path folder) {
    SortedMap<String, List<String>> sentences = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        List<String> lines =
            Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.replaceAll("\\[[A-Z]+ |\\]", ""))
                .toList();
        sentences.put(name.substring(0, name.indexOf('.')), lines);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sentences;
  }
}
