package dev.dateline.training.eval;

import dev.dateline.enrich.stage.language.LanguageIdentifier;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Measures language identification beside OpenNLP alone: on one sentence, on ten and on the first
 * 45 characters of one in 60 languages of SIB-200, and on articles and headlines of news.
 */
public final class LanguageEvaluation {

  private LanguageEvaluation() {}

  /**
   * Measures, prints the figures and returns them as a section in Markdown.
   *
   * @param data folder of the public sets; one that is absent is named as such
   */
  public static String run(Path data, PrintStream out) {
    LanguageIdentifier identifier = LanguageIdentifier.load();
    OpenNlpLanguages baseline = new OpenNlpLanguages();
    LanguageTexts texts = new LanguageTexts(data);
    List<String> lines = new ArrayList<>();
    lines.add("## Language");
    lines.add("");
    lines.add("Accuracy in percent; the scripts of a language count as one.");
    lines.add("");
    lines.add("| texts | number | ours | OpenNLP alone | goal | what ours confuses most |");
    lines.add("| --- | --- | --- | --- | --- | --- |");
    texts
        .sets()
        .forEach(
            (name, set) -> {
              Tally ours = score(set, text -> identifier.identify(text).tag());
              Tally theirs = score(set, baseline::identify);
              lines.add(row(name, ours, theirs));
            });
    if (!texts.absent().isEmpty()) {
      lines.add("");
      lines.add("Not measured, since absent: " + String.join(", ", texts.absent()) + ".");
    }
    String section = String.join("\n", lines) + "\n";
    out.println(section);
    return section;
  }

  private static String row(String name, Tally ours, Tally theirs) {
    String goal =
        switch (name) {
          case LanguageTexts.SENTENCE -> "96";
          case LanguageTexts.ARTICLE -> "99.5";
          default -> "";
        };
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %s | %s | %s |",
        name.substring(2),
        ours.all(),
        ours.percent(),
        theirs.percent(),
        goal,
        ours.confusions(6));
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
