package dev.dateline.app.output;

import dev.dateline.app.deadletter.LetterGroup;
import dev.dateline.app.deadletter.Outcome;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dead letters as lines of a table. */
public final class DeadLetterLine {

  private static final String GROUP = "%9s %10s  %-20s  %-16s %-14s %s";

  private DeadLetterLine() {}

  /** The columns of {@link #of(LetterGroup)}. */
  public static String head() {
    return GROUP.formatted(
        "COUNT", "REDRIVABLE", "NEWEST", "STAGE", "CODE", "NEWEST KEY, AND WHAT IS WRONG");
  }

  /** The letters of one reason. */
  public static String of(LetterGroup group) {
    return String.format(
        Locale.ROOT,
        GROUP,
        group.count(),
        group.redrivable(),
        group.example().failedAt().truncatedTo(ChronoUnit.SECONDS),
        ArticleLine.printable(group.stage()),
        ArticleLine.printable(group.code()),
        ArticleLine.printable(group.example().key() + "  " + group.example().message()));
  }

  /** What became of one letter. */
  public static String of(Outcome outcome) {
    String line =
        "%-8s  %s"
            .formatted(
                outcome.fate().name().toLowerCase(Locale.ROOT),
                ArticleLine.printable(outcome.letter().key()));
    return outcome.why().isEmpty() ? line : line + "  " + ArticleLine.printable(outcome.why());
  }
}
