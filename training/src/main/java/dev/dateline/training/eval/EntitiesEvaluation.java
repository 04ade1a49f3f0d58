package dev.dateline.training.eval;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.link.FastNames;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.link.GazetteerRecognizer;
import dev.dateline.enrich.stage.name.LinearNameRecognizer;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameRecognizer;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.training.name.MarkedText;
import dev.dateline.training.name.NameCorpus;
import dev.dateline.training.name.NameForm;
import dev.dateline.training.name.NameTrainer;
import dev.dateline.training.name.TrainingOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Measures name taggers: F1 over the distinct forms of persons, places and organisations in a
 * document, type included, case apart (as in the BSNLP shared tasks). Three ways: one topic of
 * SlavNER left out of training, one language left out, and the written sentences that no training
 * sees. One seed each: differences below two points are noise.
 */
public final class EntitiesEvaluation {

  private static final String GOLD = "slavner";
  private static final List<String> OTHERS = List.of("cs", "pl", "ru", "sl", "uk");

  private final List<MarkedText> texts;
  private final PrintStream out;

  private EntitiesEvaluation(List<MarkedText> texts, PrintStream out) {
    this.texts = texts;
    this.out = out;
  }

  /**
   * Runs all the measurements of the fast tagger, prints them, and returns them as a section in
   * Markdown. Takes some minutes.
   *
   * @param data folder of the public sets
   * @param examples folder of the written sentences
   * @throws java.io.UncheckedIOException where the sets cannot be read
   */
  public static String fast(Path data, Path examples, PrintStream out) {
    List<MarkedText> texts = NameCorpus.read(data, examples);
    Knowledge knowledge = Knowledge.load();
    Gazetteer gazetteer = new Gazetteer(knowledge);
    NameCorpus.addSwapped(texts, knowledge, TrainingOptions.SHIPPED.seed());
    NameFlags lists = FastNames.lists(gazetteer);
    NameTrainer trainer = new NameTrainer(texts, lists, TrainingOptions.SHIPPED);
    NameLearner learner = choice -> new LinearNameRecognizer(trainer.train(choice), lists);
    EntitiesEvaluation evaluation = new EntitiesEvaluation(texts, out);
    NameRecognizer alone = new GazetteerRecognizer(gazetteer);
    EntitiesReport report = new EntitiesReport();
    report.gold("gazetteer alone", evaluation.gold(alone));
    report.gold("fast, topic left out", evaluation.leaveOut(learner, MarkedText::group));
    report.gold("fast, language left out", evaluation.leaveOut(learner, MarkedText::language));
    report.written("gazetteer alone", evaluation.written(alone));
    report.written("fast", evaluation.written(FastNames.over(gazetteer)));
    String section = report.markdown();
    out.println(section);
    return section;
  }

  /**
   * Scores by language on texts of SlavNER, each tagged by a recogniser that has seen no text, of
   * whatever set, that shares the fold.
   */
  public static Map<String, FormScore> leaveOut(
      List<MarkedText> texts, NameLearner learner, Function<MarkedText, String> fold) {
    return new EntitiesEvaluation(texts, System.err).leaveOut(learner, fold);
  }

  private Map<String, FormScore> leaveOut(NameLearner learner, Function<MarkedText, String> fold) {
    Map<String, FormScore> scores = new TreeMap<>();
    Set<String> folds = new TreeSet<>();
    texts.stream().filter(EntitiesEvaluation::isGold).map(fold).forEach(folds::add);
    for (String left : folds) {
      NameRecognizer recognizer = learner.learn(text -> !fold.apply(text).equals(left));
      score(recognizer, text -> isGold(text) && fold.apply(text).equals(left), scores);
      out.printf("without %s: done%n", left);
    }
    return scores;
  }

  private Map<String, FormScore> gold(NameRecognizer recognizer) {
    Map<String, FormScore> scores = new TreeMap<>();
    score(recognizer, EntitiesEvaluation::isGold, scores);
    return scores;
  }

  private Map<String, FormScore> written(NameRecognizer recognizer) {
    Map<String, FormScore> scores = new TreeMap<>();
    score(recognizer, NameCorpus::isHeldBack, scores);
    return scores;
  }

  private static boolean isGold(MarkedText text) {
    return text.source().equals(GOLD);
  }

  private void score(
      NameRecognizer recognizer, Predicate<MarkedText> choice, Map<String, FormScore> scores) {
    for (MarkedText text : texts) {
      if (!choice.test(text)) {
        continue;
      }
      Set<NameForm> found = new HashSet<>();
      for (NameSpan name :
          recognizer.recognize(text.text(), new LanguageGuess(text.language(), 1))) {
        found.add(new NameForm(name.span().text(), name.type()));
      }
      scores.computeIfAbsent(text.language(), language -> new FormScore()).add(found, text.forms());
      scores.computeIfAbsent(EntitiesReport.ALL, all -> new FormScore()).add(found, text.forms());
    }
  }

  /** Mean F1 of the five languages of SlavNER beside Bulgarian. */
  static double meanOfOthers(Map<String, FormScore> scores) {
    return OTHERS.stream()
        .mapToDouble(language -> scores.getOrDefault(language, new FormScore()).f1())
        .average()
        .orElse(0);
  }

  static String types(FormScore score) {
    return String.format(
        java.util.Locale.ROOT,
        "%.1f / %.1f / %.1f",
        100 * score.f1(EntityType.PERSON),
        100 * score.f1(EntityType.PLACE),
        100 * score.f1(EntityType.ORGANIZATION));
  }
}
