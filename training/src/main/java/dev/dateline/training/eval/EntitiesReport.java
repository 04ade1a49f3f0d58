package dev.dateline.training.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of the name taggers as tables in Markdown. */
final class EntitiesReport {

  /** Key of the score over all languages. */
  static final String ALL = "all";

  private static final List<String> COLUMNS = List.of("bg", "cs", "pl", "ru", "sl", "uk");

  private final List<String> gold = new ArrayList<>();
  private final List<String> written = new ArrayList<>();

  void gold(String system, Map<String, FormScore> scores) {
    StringBuilder row = new StringBuilder("| ").append(system);
    for (String language : COLUMNS) {
      row.append(" | ").append(percent(scores.getOrDefault(language, new FormScore()).f1()));
    }
    row.append(" | ").append(percent(EntitiesEvaluation.meanOfOthers(scores)));
    row.append(" | ").append(EntitiesEvaluation.types(scores.getOrDefault(ALL, new FormScore())));
    gold.add(row.append(" |").toString());
  }

  void written(String system, Map<String, FormScore> scores) {
    StringBuilder row = new StringBuilder("| ").append(system).append(" | ");
    FormScore all = scores.getOrDefault(ALL, new FormScore());
    row.append(percent(all.f1())).append(" | ").append(EntitiesEvaluation.types(all)).append(" |");
    for (Map.Entry<String, FormScore> entry : scores.entrySet()) {
      if (!entry.getKey().equals(ALL)) {
        row.append(' ').append(entry.getKey()).append(' ').append(percent(entry.getValue().f1()));
      }
    }
    written.add(row.append(" |").toString());
  }

  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("## Entities");
    lines.add("");
    lines.add("F1 over the distinct forms of PER LOC ORG in a document, type included. SlavNER:");
    lines.add("");
    lines.add(
        "| tagger | " + String.join(" | ", COLUMNS) + " | mean without bg | PER / LOC / ORG |");
    lines.add("| --- ".repeat(COLUMNS.size() + 3) + "|");
    lines.addAll(gold);
    lines.add("| goal, topic left out | 80 | | | | | | 80 | |");
    lines.add("| goal, language left out | 75 | | | | | | 74 | |");
    lines.add("");
    lines.add("Published: XLM-R large 92 on the test sets of the shared task (other topics).");
    lines.add("");
    lines.add("Sentences written here and held back from training (every fifth of each language):");
    lines.add("");
    lines.add("| tagger | F1 | PER / LOC / ORG | by language |");
    lines.add("| --- | --- | --- | --- |");
    lines.addAll(written);
    lines.add("| goal | 80 | | |");
    return String.join("\n", lines) + "\n";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
