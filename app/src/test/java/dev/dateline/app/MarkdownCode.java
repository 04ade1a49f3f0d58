package dev.dateline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands that a document shows. */
final class MarkdownCode {

  private MarkdownCode() {}

  /** Every line of its blocks for {@code sh}. */
  static List<String> commands(Path document) throws IOException {
    List<String> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(document)) {
      if (line.startsWith("```")) {
        inside = line.equals("```sh");
      } else if (inside && !line.isBlank()) {
        commands.add(line);
      }
    }
    return commands;
  }
}
