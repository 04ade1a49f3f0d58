package dev.dateline.enrich.knowledge.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of the lines of an import. */
public final class ImportReport {

  private static final int NAMED = 20;

  private final List<String> problems = new ArrayList<>();
  private long lines;
  private long bad;
  private long skipped;

  void lineRead() {
    lines++;
  }

  void badLine(Path file, long number, String reason) {
    lines++;
    bad++;
    problem(String.format(Locale.ROOT, "%s:%d: %s", file, number, reason));
  }

  void broken(Path file, String reason) {
    bad++;
    problem(file + ": ends early: " + reason);
  }

  /** A line that is right and tells of nothing that Dateline looks for. */
  void skip() {
    skipped++;
  }

  private void problem(String problem) {
    if (problems.size() < NAMED) {
      problems.add(problem);
    }
  }

  /** Lines that are not empty. */
  public long lines() {
    return lines;
  }

  /** Lines that cannot be read, and files that end in the middle. */
  public long bad() {
    return bad;
  }

  /** Lines that tell of nothing that Dateline looks for. */
  public long skipped() {
    return skipped;
  }

  /** The first twenty of the bad ones, as {@code file:line: reason}. */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
