package dev.dateline.training.eval;

import dev.dateline.ingest.extract.Dating;
import dev.dateline.ingest.extract.ExtractedArticle;
import dev.dateline.training.report.MarkdownTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/** Measures the days of publication that are read from pages, beside OpenGraph alone. */
final class DatesEvaluation {

  private static final double GOAL_TRAFILATURA = 0.88;
  private static final double GOAL_HTMLDATE = 0.90;

  private static final String COMPARED =
      """

      As htmldate counts: the day in the offset that the page states or shows, not in UTC. Four days of the gold that are
      none (month and day mixed up) are left out. Among what is wrong: gold that is the day of the last
      change, and pages that state their times in UTC only.
      """;

  private DatesEvaluation() {}

  static Measured run(Path data) {
    MarkdownTable table =
        new MarkdownTable(
            "the same day, as the page states it",
            "goal",
            "Dateline",
            "article:published_time alone");
    row(table, "trafilatura's evaluation", GOAL_TRAFILATURA, PageGold.trafilatura(data));
    row(table, "htmldate's evaluation", GOAL_HTMLDATE, PageGold.htmldate(data));
    return new Measured("Dates of pages", table + COMPARED, Map.of());
  }

  private static void row(MarkdownTable table, String set, double goal, List<PageGold> pages) {
    Rate ours = new Rate();
    Rate peer = new Rate();
    for (PageGold page : pages) {
      if (page.date() == null || !isDay(page.date())) {
        continue;
      }
      ours.add(
          PageReading.of(page)
              .map(ExtractedArticle::dating)
              .filter(dating -> day(dating).equals(page.date()))
              .isPresent());
      peer.add(
          Jsoup.parse(new String(page.page(), StandardCharsets.UTF_8))
              .select("meta[property=article:published_time]")
              .attr("content")
              .startsWith(page.date()));
    }
    table.row(set, Tally.percent(goal), ours, peer);
  }

  private static String day(Dating dating) {
    return dating.stated().time().toLocalDate().toString();
  }

  /** Whether the gold is a day; a few have their month and day mixed up. */
  private static boolean isDay(String date) {
    try {
      return LocalDate.parse(date).toString().equals(date);
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
