package dev.dateline.training.eval;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.training.report.MarkdownTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of the name taggers as a section in Markdown. */
final class EntitiesReport {

  private static final List<String> COLUMNS =
      List.of("bg", "cs", "hr", "pl", "ru", "sk", "sl", "uk");

  private static final String ABOUT =
      """
      F1 in percent over the distinct forms of PER LOC ORG in a document, type included, case apart. With
      a topic or a language left out, a head is trained for each that has seen no text of it, of
      whatever set. "As tagged" is what stands on the event: the tagger, what the knowledge base knows
      for sure, and the types of what it links to. Baselines: names of the knowledge base to the letter;
      the same with endings and context. OpenNLP alone: Apache OpenNLP ships no name models for these
      languages, so there is no such row. One seed: differences below two points are noise.

      SlavNER. Published: XLM-R large 92 on the test sets of the shared task (other topics).

      """;

  private static final String FURTHER =
      """

      Further sentences written here, by another hand and in further languages, of which no training has
      read any:

      """;

  private final String note;
  private final List<List<String>> gold = new ArrayList<>();
  private final StringBuilder confusions = new StringBuilder();
  private final MarkdownTable written =
      new MarkdownTable("tagger", "F1", "PER / LOC / ORG", "by language");
  private final MarkdownTable further =
      new MarkdownTable("tagger", "F1", "PER / LOC / ORG", "by language");
  private boolean hasFurther;
  private final Map<Goal, Double> figures = new EnumMap<>(Goal.class);

  /**
   * An empty report.
   *
   * @param note which texts are read: a paragraph, or nothing for all
   */
  EntitiesReport(String note) {
    this.note = note;
  }

  void gold(String system, FormScores scores) {
    List<String> row = new ArrayList<>();
    row.add(system);
    COLUMNS.forEach(language -> row.add(Tally.percent(scores.f1(language))));
    row.add(Tally.percent(scores.meanOfOthers()));
    row.add(types(scores.all()));
    gold.add(row);
  }

  void written(String system, FormScores scores) {
    sentences(written, system, scores);
  }

  /** Of sentences that are only measured with, if there are any. */
  void further(String system, FormScores scores) {
    if (!scores.byLanguage().isEmpty()) {
      hasFurther = true;
      sentences(further, system, scores);
    }
  }

  private static void sentences(MarkdownTable table, String system, FormScores scores) {
    String byLanguage =
        scores.byLanguage().entrySet().stream()
            .map(entry -> entry.getKey() + " " + Tally.percent(entry.getValue().f1()))
            .collect(Collectors.joining(", "));
    table.row(system, Tally.percent(scores.all().f1()), types(scores.all()), byLanguage);
  }

  void goal(Goal goal, double figure) {
    figures.put(goal, figure);
  }

  void confused(String title, FormScores scores) {
    confusions
        .append("\n### Confused, ")
        .append(title)
        .append("\n\n")
        .append(ConfusionTable.matrix(scores.types()));
  }

  Measured measured(TaggerTier tagger) {
    List<String> head = new ArrayList<>();
    head.add("tagger");
    head.addAll(COLUMNS);
    head.add("mean of " + String.join(" ", FormScores.OTHERS));
    head.add("PER / LOC / ORG");
    MarkdownTable table = new MarkdownTable(head);
    gold.forEach(table::row);
    String sentences =
        "\nSentences written here and held back from training, every fifth of each language:\n\n";
    return new Measured(
        "Entities, " + tagger,
        ABOUT
            + note
            + table
            + sentences
            + written
            + (hasFurther ? FURTHER + further : "")
            + confusions,
        figures);
  }

  private static String types(FormScore score) {
    return List.of(EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION).stream()
        .map(type -> Tally.percent(score.f1(type)))
        .collect(Collectors.joining(" / "));
  }
}
