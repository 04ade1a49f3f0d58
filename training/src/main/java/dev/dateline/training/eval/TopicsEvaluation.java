package dev.dateline.training.eval;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.topic.TopicClassifier;
import dev.dateline.enrich.stage.topic.TopicResult;
import dev.dateline.training.data.BbcNews;
import dev.dateline.training.data.DpaSample;
import dev.dateline.training.data.MasakhaNews;
import dev.dateline.training.data.Sib200;
import dev.dateline.training.topic.TopicSamples;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Measures top-level topics beside the commonest subject of each set. A set with labels of its own
 * is measured twice: the best of the subjects that the set has, and the best of all 17.
 */
public final class TopicsEvaluation {

  private static final String[] THIRTY =
      ("arb_Arab bul_Cyrl ces_Latn deu_Latn ell_Grek eng_Latn fin_Latn fra_Latn heb_Hebr hin_Deva"
              + " hrv_Latn hun_Latn ind_Latn ita_Latn jpn_Jpan kor_Hang nld_Latn pes_Arab pol_Latn"
              + " por_Latn ron_Latn rus_Cyrl spa_Latn srp_Cyrl swe_Latn swh_Latn tur_Latn ukr_Cyrl"
              + " vie_Latn zho_Hans")
          .split(" ");

  private static final Map<String, Subject> BBC =
      Map.of(
          "business", Subject.ECONOMY,
          "entertainment", Subject.ARTS,
          "politics", Subject.POLITICS,
          "sport", Subject.SPORT,
          "tech", Subject.SCIENCE);

  private static final Set<String> WITHOUT_TRAINING_PART =
      Set.of("amh", "eng", "fra", "hau", "swa", "tir");

  private static final Set<String> WITH_GOAL = Set.of("eng", "fra", "swa", "yor");

  /** What finds the subjects: the classifier of the fast tagger, or the deep tagger. */
  @FunctionalInterface
  public interface Classifier {

    /** The subjects of a document. */
    TopicResult classify(Document document);
  }

  private record Labelled(Document document, Subject subject) {}

  private final Classifier classifier;
  private final boolean fast;
  private final List<String> lines = new ArrayList<>();

  private TopicsEvaluation(Classifier classifier, boolean fast) {
    this.classifier = classifier;
    this.fast = fast;
  }

  /**
   * Measures the fast tagger's classifier, prints the figures and returns them as a section in
   * Markdown.
   *
   * @param data folder of the public sets; one that is absent is named as such
   */
  public static String run(Path data, PrintStream out) {
    return run(data, "fast", TopicClassifier.load(MediaTopics.load())::classify, out);
  }

  /**
   * Measures a classifier, prints the figures and returns them as a section in Markdown.
   *
   * @param tagger {@code fast} or {@code deep}: the goals differ
   */
  public static String run(Path data, String tagger, Classifier classifier, PrintStream out) {
    TopicsEvaluation evaluation = new TopicsEvaluation(classifier, tagger.equals("fast"));
    evaluation.measure(data, tagger);
    String section = String.join("\n", evaluation.lines) + "\n";
    out.println(section);
    return section;
  }

  private void measure(Path data, String tagger) {
    lines.add("## Topics, " + tagger);
    lines.add("");
    lines.add("Accuracy in percent of the best subject.");
    lines.add("");
    lines.add(
        "| texts | number | best of the set's subjects | best of all 17 | commonest subject | goal |"
            + " confusions |");
    lines.add("| --- | --- | --- | --- | --- | --- | --- |");
    List<String> absent = new ArrayList<>();
    List<String> more = new ArrayList<>();
    if (Sib200.isIn(data)) {
      more.add(sib200(data, fast ? "76" : "82"));
    } else {
      absent.add("SIB-200");
    }
    if (MasakhaNews.isIn(data)) {
      masakhaNews(data, fast ? "85" : "87");
    } else {
      absent.add("MasakhaNEWS");
    }
    if (BbcNews.isIn(data)) {
      row("BBC, never trained on", bbc(data), fast ? "93" : "95");
    } else {
      absent.add("BBC");
    }
    lines.addAll(more);
    if (DpaSample.isIn(data)) {
      lines.addAll(DpaScore.of(DpaSample.read(data), classifier).markdown(fast ? "60" : "72"));
    } else {
      absent.add("dpa");
    }
    if (!absent.isEmpty()) {
      lines.add("");
      lines.add("Not measured, since absent: " + String.join(", ", absent) + ".");
    }
  }

  private String sib200(Path data, String goal) {
    Map<String, List<Sib200.Sentence>> dev = Sib200.read(data, "dev");
    List<Labelled> texts = new ArrayList<>();
    Map<String, String> accuracies = new TreeMap<>();
    for (String code : THIRTY) {
      List<Labelled> ofLanguage = new ArrayList<>();
      for (Sib200.Sentence sentence : dev.get(code)) {
        Subject subject = TopicSamples.SIB200.get(sentence.topic());
        if (subject != null) {
          ofLanguage.add(new Labelled(Document.ofText(sentence.text()), subject));
        }
      }
      accuracies.put(code.substring(0, 3), score(ofLanguage, true).percent());
      texts.addAll(ofLanguage);
    }
    row("SIB-200 dev, 30 languages, without geography", texts, goal);
    return "\nSIB-200 by language: "
        + accuracies.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "))
        + ".";
  }

  private void masakhaNews(Path data, String goal) {
    MasakhaNews.read(data, "dev")
        .forEach(
            (code, articles) -> {
              List<Labelled> texts = new ArrayList<>();
              for (MasakhaNews.Article article : articles) {
                texts.add(
                    new Labelled(
                        document(article.headline(), article.text()),
                        TopicSamples.MASAKHANEWS.get(article.topic())));
              }
              String note =
                  WITHOUT_TRAINING_PART.contains(code) ? ", no articles of it trained on" : "";
              row("MasakhaNEWS dev, " + code + note, texts, WITH_GOAL.contains(code) ? goal : "");
            });
  }

  private static List<Labelled> bbc(Path data) {
    List<Labelled> texts = new ArrayList<>();
    for (BbcNews.Article article : BbcNews.read(data)) {
      texts.add(
          new Labelled(document(article.headline(), article.text()), BBC.get(article.topic())));
    }
    return texts;
  }

  static Document document(String title, String text) {
    return new Document(null, title, text, null, List.of());
  }

  private void row(String name, List<Labelled> texts, String goal) {
    Tally restricted = score(texts, true);
    Map<Subject, Long> counts =
        texts.stream().collect(Collectors.groupingBy(Labelled::subject, Collectors.counting()));
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    lines.add(
        String.format(
            Locale.ROOT,
            "| %s | %d | %s | %s | %.1f | %s | %s |",
            name,
            texts.size(),
            restricted.percent(),
            score(texts, false).percent(),
            100.0 * most / Math.max(1, texts.size()),
            goal,
            restricted.confusions(4)));
  }

  private Tally score(List<Labelled> texts, boolean onlySubjectsOfTheSet) {
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    texts.forEach(text -> subjects.add(text.subject()));
    Set<Subject> among = onlySubjectsOfTheSet ? subjects : EnumSet.allOf(Subject.class);
    Tally tally = new Tally();
    for (Labelled text : texts) {
      Map<String, Double> scores = classifier.classify(text.document()).subjectScores();
      tally.add(text.subject().slug(), best(scores, among).slug());
    }
    return tally;
  }

  private static Subject best(Map<String, Double> scores, Collection<Subject> among) {
    Subject best = among.iterator().next();
    for (Subject subject : among) {
      if (scores.getOrDefault(subject.code(), 0.0) > scores.getOrDefault(best.code(), 0.0)) {
        best = subject;
      }
    }
    return best;
  }
}
