package dev.dateline.training.eval;

import dev.dateline.training.report.MarkdownTable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The table of goals with our figure beside each. Its cells come from several commands, so those
 * that a command has not measured are taken over from the table that was there.
 */
final class GoalTable {

  private static final TaggerTier[] TIERS = TaggerTier.values();

  private final Map<String, String> cells = new HashMap<>();

  /** The figures of a table that {@link #markdown} wrote. */
  static GoalTable parse(String markdown) {
    GoalTable table = new GoalTable();
    for (String line : markdown.lines().toList()) {
      String[] cell = line.split("\\|", -1);
      if (cell.length == 4 + 2 * TIERS.length) {
        for (int tier = 0; tier < TIERS.length; tier++) {
          String key = key(cell[1].strip(), cell[2].strip(), TIERS[tier]);
          table.cells.put(key, cell[4 + 2 * tier].strip());
        }
      }
    }
    return table;
  }

  void put(Goal goal, TaggerTier tagger, double figure) {
    String missed = "";
    if (goal.least(tagger).isPresent()) {
      double by = goal.least(tagger).getAsDouble() - figure;
      missed = by > 0 ? ", missed by " + twoDigits(by) : ", met";
    }
    cells.put(key(goal.what(), goal.set(), tagger), "**" + twoDigits(figure) + "**" + missed);
  }

  /** The rows of all goals; a figure that nobody has measured is a dash. */
  String markdown() {
    MarkdownTable table =
        new MarkdownTable("what", "set", "goal, fast", "fast", "goal, deep", "deep");
    for (Goal goal : Goal.values()) {
      table.row(
          goal.what(),
          goal.set(),
          least(goal, TaggerTier.FAST),
          cell(goal, TaggerTier.FAST),
          least(goal, TaggerTier.DEEP),
          cell(goal, TaggerTier.DEEP));
    }
    return table.toString();
  }

  private String cell(Goal goal, TaggerTier tagger) {
    return cells.getOrDefault(key(goal.what(), goal.set(), tagger), "-");
  }

  private static String least(Goal goal, TaggerTier tagger) {
    return goal.least(tagger).isPresent() ? twoDigits(goal.least(tagger).getAsDouble()) : "-";
  }

  private static String key(String what, String set, TaggerTier tagger) {
    return what + '\t' + set + '\t' + tagger;
  }

  /**
   * Percent with two digits behind the point, so that a goal missed by little is seen as missed.
   */
  private static String twoDigits(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }
}
