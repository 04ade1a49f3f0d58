package dev.dateline.training.eval;

import dev.dateline.training.report.MarkdownPage;
import java.io.IOException;
import java.nio.file.Path;

/** The page of figures: its table of goals and the sections of the evaluations. */
public final class QualityPage {

  private static final String TITLE = "Quality of the tags";
  private static final String GOALS = "Goals";

  private QualityPage() {}

  /**
   * Puts what an evaluation found on the page, in place of what it found before; all else stays.
   *
   * @throws IOException where the page cannot be read or written
   */
  public static void update(Path file, TaggerTier tagger, Measured measured) throws IOException {
    MarkdownPage page = MarkdownPage.read(file, TITLE);
    page.with(GOALS, goals(page.section(GOALS).orElse(""), tagger, measured))
        .with(measured.heading(), measured.body())
        .write(file);
  }

  private static String goals(String before, TaggerTier tagger, Measured measured) {
    GoalTable table = GoalTable.parse(before);
    measured.figures().forEach((goal, figure) -> table.put(goal, tagger, figure));
    return "In percent. A dash: no goal, or not measured.\n\n" + table.markdown();
  }
}
