package dev.dateline.training.eval;

import dev.dateline.enrich.stage.language.LanguageIdentifier;
import dev.dateline.training.report.MarkdownTable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Measures language identification beside OpenNLP alone: on one sentence, on ten and on the first
 * 45 characters of one in 60 languages of SIB-200, and on articles and headlines of news.
 */
final class LanguageEvaluation {

  private static final Map<String, Goal> GOALS =
      Map.of(
          LanguageTexts.SENTENCE, Goal.LANGUAGE_SENTENCE,
          LanguageTexts.ARTICLE, Goal.LANGUAGE_ARTICLE);

  private static final String ABOUT =
      """
      Accuracy in percent; the scripts of a language count as one, and no text says which language it
      is in. The model has seen other sentences of SIB-200 and other articles of MasakhaNEWS, nothing
      of SlavNER and BBC. OpenNLP alone: `opennlp-models-langdetect`, its codes mapped to ours.

      """;

  private LanguageEvaluation() {}

  /** Measures the sets that the data folder holds. */
  static Measured run(Path data, PrintStream progress) {
    LanguageIdentifier identifier = LanguageIdentifier.load();
    OpenNlpLanguages baseline = new OpenNlpLanguages();
    Map<Goal, Double> figures = new EnumMap<>(Goal.class);
    MarkdownTable table =
        new MarkdownTable(
            "texts", "number", "ours", "OpenNLP alone", "commonest language for all", "goal");
    StringBuilder confusions = new StringBuilder();
    Set<String> unknown = new TreeSet<>();
    new LanguageTexts(data)
        .sets()
        .forEach(
            (name, set) -> {
              progress.println(name.substring(2) + ": " + set.size() + " texts");
              Tally ours = score(set, text -> identifier.identify(text).tag());
              Tally theirs = score(set, baseline::identify);
              set.forEach(text -> unknown.add(text.language()));
              Goal goal = GOALS.get(name);
              table.row(
                  name.substring(2),
                  ours.all(),
                  ours.percent(),
                  theirs.percent(),
                  Tally.percent(ours.majority()),
                  goal == null ? "" : Tally.percent(goal.least(TaggerTier.FAST).orElseThrow()));
              if (goal != null) {
                figures.put(goal, ours.accuracy());
                confusions
                    .append("\n### Confused in ")
                    .append(name.substring(2))
                    .append("\n\n")
                    .append(ConfusionTable.mistakes(ours));
              }
            });
    unknown.removeAll(baseline.known());
    String lacking =
        "\nOf the languages measured OpenNLP does not know: " + String.join(" ", unknown) + ".\n";
    return new Measured("Language, fast", ABOUT + table + lacking + confusions, figures);
  }

  private static Tally score(List<LanguageTexts.Text> texts, UnaryOperator<String> identifier) {
    Tally tally = new Tally();
    for (LanguageTexts.Text text : texts) {
      String answer = identifier.apply(text.text());
      boolean otherScript = answer.startsWith(text.language() + "-");
      tally.add(text.language(), otherScript ? text.language() : answer);
    }
    return tally;
  }
}
