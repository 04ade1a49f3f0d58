package dev.dateline.training.name;

import dev.dateline.enrich.stage.EntityType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Text with its names in brackets: {@code [PER Ada Lovelace] was born in [LOC London].} A bracket
 * without a known type is text.
 */
final class BracketText {

  /** Group of the sentences that no training may see. */
  static final String HELD_BACK = "held-back";

  private static final int HOLD_BACK_EVERY = 5;

  private BracketText() {}

  /**
   * The marked sentences of a folder's {@code <language>.tsv} files, one a line; every fifth of a
   * language is {@link #HELD_BACK}.
   *
   * @throws UncheckedIOException where the folder cannot be read
   */
  static List<MarkedText> readFolder(String source, Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<MarkedText> texts = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        String language = file.getFileName().toString().replace(".tsv", "");
        int number = 0;
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank()) {
            String group = number++ % HOLD_BACK_EVERY == HOLD_BACK_EVERY - 1 ? HELD_BACK : "";
            texts.add(parse(source, group, language, line));
          }
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file of {@code language TAB marked text}, one a line: an operator's own gold, or silver.
   *
   * @throws UncheckedIOException where the file cannot be read
   */
  static List<MarkedText> readFile(String source, Path file) {
    try {
      List<MarkedText> texts = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        int tab = line.indexOf('\t');
        if (tab > 0 && !line.startsWith("#")) {
          texts.add(parse(source, "", line.substring(0, tab), line.substring(tab + 1)));
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MarkedText parse(String source, String group, String language, String line) {
    StringBuilder text = new StringBuilder();
    List<MarkedName> names = new ArrayList<>();
    int position = 0;
    while (position < line.length()) {
      int close = line.charAt(position) == '[' ? line.indexOf(']', position) : -1;
      Optional<EntityType> type =
          close > position + 5 && line.charAt(position + 4) == ' '
              ? TypeNames.of(line.substring(position + 1, position + 4))
              : Optional.empty();
      if (type.isEmpty()) {
        text.append(line.charAt(position++));
        continue;
      }
      int start = text.length();
      text.append(line, position + 5, close);
      names.add(new MarkedName(start, text.length(), type.get()));
      position = close + 1;
    }
    return MarkedText.of(source, group, language, text.toString(), names);
  }
}
