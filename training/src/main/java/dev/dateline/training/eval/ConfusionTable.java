package dev.dateline.training.eval;

import dev.dateline.training.report.MarkdownTable;
import java.util.ArrayList;
import java.util.List;

/** What is taken for what, as a table in Markdown. */
final class ConfusionTable {

  private ConfusionTable() {}

  /** A row a label, a column an answer: for few labels. */
  static String matrix(Tally tally) {
    List<String> labels = tally.labels();
    List<String> head = new ArrayList<>();
    head.add("is, taken for");
    head.addAll(labels);
    MarkdownTable table = new MarkdownTable(head);
    for (String gold : labels) {
      if (tally.all(gold) > 0) {
        List<String> row = new ArrayList<>();
        row.add(gold);
        labels.forEach(answer -> row.add(Integer.toString(tally.count(gold, answer))));
        table.row(row);
      }
    }
    return table.toString();
  }

  /** A row for each label that is mistaken at all: for many labels. */
  static String mistakes(Tally tally) {
    MarkdownTable table = new MarkdownTable("is", "texts", "right, percent", "taken for");
    for (String gold : tally.mistaken()) {
      double share = (double) tally.count(gold, gold) / tally.all(gold);
      table.row(gold, tally.all(gold), Tally.percent(share), tally.takenFor(gold));
    }
    return table.toString();
  }
}
