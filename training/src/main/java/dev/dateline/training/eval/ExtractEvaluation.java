package dev.dateline.training.eval;

import dev.dateline.ingest.extract.ExtractedArticle;
import dev.dateline.training.report.MarkdownTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Measures the main texts, titles and authors of pages beside a reader that takes all text. */
final class ExtractEvaluation {

  private static final double GOAL_TEXT = 0.92;
  private static final double GOAL_TITLES = 0.95;
  private static final double GOAL_AUTHORS = 0.80;

  private static final String COMPARED =
      """

      Main text: as trafilatura's evaluation counts, a segment is in the text to the letter or not. Titles: the
      same words in order; case, punctuation and how Unicode composes letters do not count. Authors: the same set of words; order and what
      stands between names do not count, but a name more or less does. The files were read without their
      addresses. Some of the gold is not on the page: another headline, the publisher for an author; a title
      stands on its page where the page has its words in a row, in markup or in metadata. Published of others, main text: trafilatura 0.924, readability 0.826, boilerpipe 0.81.
      """;

  private ExtractEvaluation() {}

  static Measured run(Path data) {
    SegmentScore texts = new SegmentScore();
    SegmentScore allTexts = new SegmentScore();
    Rate titles = new Rate();
    Rate titleElements = new Rate();
    Rate shownTitles = new Rate();
    Rate authors = new Rate();
    Rate metaAuthors = new Rate();
    List<PageGold> pages = PageGold.trafilatura(data);
    for (PageGold page : pages) {
      ExtractedArticle article = PageReading.of(page).orElse(null);
      Document document = Jsoup.parse(new String(page.page(), StandardCharsets.UTF_8));
      texts.add(article == null ? "" : article.text(), page.with(), page.without());
      allTexts.add(document.text(), page.with(), page.without());
      if (page.title() != null) {
        boolean right = article != null && PageReading.sameWords(page.title(), article.title());
        titles.add(right);
        if (right || PageReading.holds(document, page.title())) {
          shownTitles.add(right);
        }
        titleElements.add(PageReading.sameWords(page.title(), document.title()));
      }
      if (page.author() != null) {
        String found = article == null ? "" : String.join("; ", article.authors());
        authors.add(PageReading.sameNames(page.author(), found));
        String meta = document.select("meta[name=author]").attr("content");
        metaAuthors.add(PageReading.sameNames(page.author(), meta));
      }
    }
    MarkdownTable table =
        new MarkdownTable(
            "on the " + pages.size() + " pages of trafilatura's evaluation",
            "goal",
            "Dateline",
            "title, meta author and all text of the page");
    table.row("main text, F1", Tally.percent(GOAL_TEXT), texts, allTexts);
    table.row("title, the same words", Tally.percent(GOAL_TITLES), titles, titleElements);
    table.row("title, of those that stand on their page", "", shownTitles, "");
    table.row("authors, the same names", Tally.percent(GOAL_AUTHORS), authors, metaAuthors);
    return new Measured("Articles from pages", table + COMPARED, Map.of());
  }
}
