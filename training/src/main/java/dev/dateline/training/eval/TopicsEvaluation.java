package dev.dateline.training.eval;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.DeepTagger;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.deep.TokenBudget;
import dev.dateline.enrich.stage.topic.TopicClassifier;
import dev.dateline.enrich.stage.topic.TopicResult;
import dev.dateline.training.data.BbcNews;
import dev.dateline.training.data.DpaSample;
import dev.dateline.training.data.MasakhaNews;
import dev.dateline.training.data.PublicSet;
import dev.dateline.training.data.Sib200;
import dev.dateline.training.data.TopicExamples;
import dev.dateline.training.report.MarkdownTable;
import dev.dateline.training.topic.TopicSamples;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures top-level topics beside the commonest subject of each set. A set with labels of its own
 * is measured twice: the best of the subjects that the set has, and the best of all 17.
 */
final class TopicsEvaluation {

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

  private static final Map<String, Goal> MASAKHANEWS_GOALS =
      Map.of(
          "eng", Goal.TOPICS_ENG,
          "fra", Goal.TOPICS_FRA,
          "swa", Goal.TOPICS_SWA,
          "yor", Goal.TOPICS_YOR);

  private static final String ABOUT =
      """
      Accuracy in percent of the best subject. A set with labels of its own is measured twice: the best
      of the subjects that its labels map to, which the goals mean, and the best of all 17, as an
      operator sees it. Baseline: the set's commonest subject for every text. Published: SIB-200 GPT-4
      eng 81, bul 82, mean of 205 languages 54.5; MasakhaNEWS fully supervised 92.6, ChatGPT 70.

      """;

  /** What finds the subjects: the classifier of the fast tagger, or the deep tagger. */
  @FunctionalInterface
  interface Classifier {

    /** The subjects of a document. */
    TopicResult classify(Document document);
  }

  private static final String ABOUT_DEEP =
      """
      The deep tagger as it runs: words and encoder together where it reads the language that it
      takes a text for, else words alone. Of longer sets every so many texts, as the row says.

      """;

  private record Labelled(Document document, Subject subject) {}

  private final Classifier classifier;
  private final TaggerTier tagger;
  private final Path data;
  private final Path examples;
  private final int limit;
  private final PrintStream progress;
  private final Map<Document, TopicResult> answers = new HashMap<>();
  private final Map<Goal, Double> figures = new EnumMap<>(Goal.class);
  private final StringBuilder details = new StringBuilder();
  private final MarkdownTable table =
      new MarkdownTable(
          "texts",
          "number",
          "best of the set's subjects",
          "best of all 17",
          "commonest subject",
          "goal");

  private TopicsEvaluation(
      Classifier classifier,
      TaggerTier tagger,
      Path data,
      Path examples,
      int limit,
      PrintStream progress) {
    this.classifier = classifier;
    this.tagger = tagger;
    this.data = data;
    this.examples = examples;
    this.limit = limit;
    this.progress = progress;
  }

  /**
   * Measures the fast tagger's classifier on the sets that the data folder holds, and on the leads
   * written here that no model learns from.
   */
  static Measured fast(Path data, Path examples, PrintStream progress) {
    Classifier shipped = TopicClassifier.load(MediaTopics.load())::classify;
    return new TopicsEvaluation(
            shipped, TaggerTier.FAST, data, examples, Integer.MAX_VALUE, progress)
        .measure();
  }

  /** Measures the deep tagger on the same, or on a part of it. */
  static Measured deep(Path data, Path examples, DeepInput input, PrintStream progress) {
    int threads = Runtime.getRuntime().availableProcessors();
    try (DeepTagger tagger = DeepTagger.load(input.models(), threads, Knowledge.load())) {
      Classifier classifier = document -> tagger.subjects(document, TokenBudget.of(0));
      return new TopicsEvaluation(
              classifier, TaggerTier.DEEP, data, examples, input.limit(), progress)
          .measure();
    }
  }

  private Measured measure() {
    if (PublicSet.SIB200.isIn(data)) {
      sib200();
    }
    if (PublicSet.MASAKHANEWS.isIn(data)) {
      masakhaNews();
    }
    if (PublicSet.BBC.isIn(data)) {
      Tally bbc = row("BBC, never trained on", bbc(), Goal.TOPICS_BBC);
      confusions("BBC", bbc);
    }
    written();
    if (PublicSet.DPA.isIn(data)) {
      progress.println("dpa");
      DpaScore dpa = DpaScore.of(DpaSample.read(data), classifier);
      figures.put(Goal.TOPICS_DPA, dpa.microF1());
      details.append(dpa.markdown());
    }
    String about = tagger == TaggerTier.DEEP ? ABOUT + ABOUT_DEEP : ABOUT;
    return new Measured("Topics, " + tagger, about + table + details, figures);
  }

  private void sib200() {
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
      progress.println("SIB-200 " + code);
      List<Labelled> some = sampled(ofLanguage);
      accuracies.put(code.substring(0, 3), score(some, true).percent());
      texts.addAll(some);
    }
    Tally tally = measuredRow("SIB-200 dev, 30 languages, no geography", texts, Goal.TOPICS_SIB200);
    details
        .append("\nSIB-200 by language: ")
        .append(
            accuracies.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ")))
        .append(".\n");
    confusions("SIB-200", tally);
  }

  private void masakhaNews() {
    Tally all = new Tally();
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
              all.addAll(
                  row("MasakhaNEWS dev, " + code + note, texts, MASAKHANEWS_GOALS.get(code)));
            });
    confusions("MasakhaNEWS", all);
  }

  private void written() {
    List<Labelled> texts = new ArrayList<>();
    for (TopicExamples.Lead lead : TopicExamples.measured(examples)) {
      texts.add(new Labelled(Document.ofText(lead.text()), lead.subject()));
    }
    if (texts.isEmpty()) {
      return;
    }
    Tally all = row("leads written here, never trained on", texts, null);
    confusions("leads written here, never trained on", all);
  }

  private List<Labelled> bbc() {
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

  private void confusions(String name, Tally tally) {
    details.append("\n### Confused in ").append(name).append("\n\n");
    details.append(ConfusionTable.matrix(tally));
  }

  /** Every so many of the texts, so that they are within the limit. */
  private int step(List<Labelled> texts) {
    return (texts.size() - 1) / limit + 1;
  }

  private List<Labelled> sampled(List<Labelled> texts) {
    int step = step(texts);
    return IntStream.range(0, texts.size())
        .filter(i -> i % step == 0)
        .mapToObj(texts::get)
        .toList();
  }

  private Tally row(String name, List<Labelled> all, @Nullable Goal goal) {
    int step = step(all);
    return measuredRow(step == 1 ? name : name + ", one of " + step, sampled(all), goal);
  }

  private Tally measuredRow(String name, List<Labelled> texts, @Nullable Goal goal) {
    progress.println(name + ": " + texts.size() + " texts");
    Tally restricted = score(texts, true);
    table.row(
        name,
        restricted.all(),
        restricted.percent(),
        score(texts, false).percent(),
        Tally.percent(restricted.majority()),
        goal == null ? "" : Tally.percent(goal.least(tagger).orElseThrow()));
    if (goal != null) {
      figures.put(goal, restricted.accuracy());
    }
    return restricted;
  }

  private Tally score(List<Labelled> texts, boolean onlySubjectsOfTheSet) {
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    texts.forEach(text -> subjects.add(text.subject()));
    Set<Subject> among = onlySubjectsOfTheSet ? subjects : EnumSet.allOf(Subject.class);
    Tally tally = new Tally();
    for (Labelled text : texts) {
      Map<String, Double> scores =
          answers.computeIfAbsent(text.document(), classifier::classify).subjectScores();
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
