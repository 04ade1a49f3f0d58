package dev.dateline.training.eval;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.DeepTagger;
import dev.dateline.enrich.stage.deep.DeepHeads;
import dev.dateline.enrich.stage.link.FastNames;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.link.GazetteerRecognizer;
import dev.dateline.enrich.stage.link.Linker;
import dev.dateline.enrich.stage.name.LinearNameRecognizer;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameRecognizer;
import dev.dateline.training.deep.DeepNameTrainer;
import dev.dateline.training.deep.DeepTraining;
import dev.dateline.training.name.MarkedText;
import dev.dateline.training.name.NameCorpus;
import dev.dateline.training.name.NameTrainer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final String ALL_TEXTS = "";

  private static final String SOME_TEXTS =
      """
      The encoder reads two articles a second, so of the larger parts of SlavNER every second to fifth
      document is learnt from and measured on, and the rows of this table are all of these. Topics and
      languages are left out two or three at a time.

      """;

  /** Each topic and language by itself. */
  private static final Map<String, String> SINGLY = Map.of();

  /** Topics and languages that are left out together, since a head takes a minute to learn. */
  private static final Map<String, String> TOGETHER =
      Map.ofEntries(
          Map.entry("asia_bibi", "asia_bibi and trump"),
          Map.entry("trump", "asia_bibi and trump"),
          Map.entry("ec", "ec and other"),
          Map.entry("other", "ec and other"),
          Map.entry("bg", "bg and cs"),
          Map.entry("cs", "bg and cs"),
          Map.entry("pl", "pl, uk and hr"),
          Map.entry("uk", "pl, uk and hr"),
          Map.entry("hr", "pl, uk and hr"),
          Map.entry("ru", "ru, sl and sk"),
          Map.entry("sl", "ru, sl and sk"),
          Map.entry("sk", "ru, sl and sk"));

  private final List<MarkedText> texts;
  private final List<MarkedText> measuredOnly;
  private final Gazetteer gazetteer;
  private final Linker linker;
  private final Map<String, String> together;
  private final PrintStream progress;

  private EntitiesEvaluation(
      List<MarkedText> texts,
      List<MarkedText> measuredOnly,
      Gazetteer gazetteer,
      Map<String, String> together,
      PrintStream progress) {
    this.texts = texts;
    this.measuredOnly = measuredOnly;
    this.gazetteer = gazetteer;
    this.together = together;
    this.linker = new Linker(gazetteer);
    this.progress = progress;
  }

  /**
   * Measures the fast tagger, which is trained anew for each topic and language that is left out.
   * Takes some minutes.
   *
   * @param data folder of the public sets
   * @param examples folder of the examples written here
   * @throws java.io.UncheckedIOException where the sets cannot be read
   */
  public static Measured fast(Path data, Path examples, PrintStream progress) {
    Gazetteer gazetteer = new Gazetteer(Knowledge.load());
    List<MarkedText> texts = NameCorpus.read(data, examples.resolve("names"), gazetteer);
    NameFlags lists = FastNames.lists(gazetteer);
    NameTrainer trainer = NameTrainer.shipped(texts, gazetteer);
    NameLearner learner = choice -> new LinearNameRecognizer(trainer.train(choice), lists);
    NameRecognizer shipped = FastNames.over(gazetteer);
    List<MarkedText> measuredOnly = NameCorpus.measured(examples.resolve("measured/names"));
    return new EntitiesEvaluation(texts, measuredOnly, gazetteer, SINGLY, progress)
        .measure(
            TaggerTier.FAST, learner, shipped, FastNames.withKnown(shipped, gazetteer), ALL_TEXTS);
  }

  /**
   * Measures the deep tagger on the texts that its head learns from, with a head for each topic and
   * language that is left out. Reads the states of the texts with the encoder where they are not
   * kept, half an hour; then it takes about as long again.
   *
   * @param data folder of the public sets
   * @param examples folder of the examples written here
   * @throws java.io.UncheckedIOException where the sets or the states cannot be read
   */
  public static Measured deep(Path data, Path examples, DeepInput input, PrintStream progress) {
    List<MarkedText> measured = NameCorpus.measured(examples.resolve("measured/names"));
    int threads = Runtime.getRuntime().availableProcessors();
    try (DeepTagger tagger = DeepTagger.load(input.models(), threads, Knowledge.load());
        DeepTraining training = new DeepTraining(data, input.models(), input.states(), progress);
        DeepNameTrainer trainer = training.names(examples.resolve("names"), measured)) {
      Gazetteer gazetteer = new Gazetteer(Knowledge.load());
      NameTrainer words =
          NameTrainer.shipped(
              NameCorpus.read(data, examples.resolve("names"), gazetteer), gazetteer);
      NameLearner learner =
          choice -> trainer.recognizer(trainer.train(choice), words.train(choice));
      return new EntitiesEvaluation(trainer.texts(), measured, gazetteer, TOGETHER, progress)
          .measure(
              TaggerTier.DEEP,
              learner,
              trainer.recognizer(DeepHeads.load().names(), LinearNameRecognizer.shippedHead()),
              tagger.names(DeepTraining.WHOLE),
              SOME_TEXTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param learner teaches a recogniser what is left in
   * @param shipped the recogniser that ships, which has not seen the sentences that are held back
   * @param tagged the same with what the knowledge base knows
   * @param note which texts are read
   */
  private Measured measure(
      TaggerTier tagger,
      NameLearner learner,
      NameRecognizer shipped,
      NameRecognizer tagged,
      String note) {
    EntitiesReport report = new EntitiesReport(note);
    baseline(report, "exact gazetteer alone", new ExactGazetteer(gazetteer));
    baseline(report, "gazetteer with endings and context", new GazetteerRecognizer(gazetteer));
    Folds topic = leaveOut(learner, MarkedText::group);
    report.gold(tagger + ", topic left out, tagger alone", topic.alone);
    report.gold(tagger + ", topic left out, as tagged", topic.tagged);
    Folds language = leaveOut(learner, MarkedText::language);
    report.gold(tagger + ", language left out, tagger alone", language.alone);
    report.gold(tagger + ", language left out, as tagged", language.tagged);
    Folds written = new Folds();
    written.score(shipped, tagged, texts(NameCorpus::isHeldBack));
    report.written(tagger + ", tagger alone", written.alone);
    report.written(tagger + ", as tagged", written.tagged);
    Folds further = new Folds();
    further.score(shipped, tagged, measuredOnly);
    report.further(tagger + ", tagger alone", further.alone);
    report.further(tagger + ", as tagged", further.tagged);
    report.goal(Goal.ENTITIES_TOPIC_BG, topic.tagged.f1("bg"));
    report.goal(Goal.ENTITIES_TOPIC_OTHERS, topic.tagged.meanOfOthers());
    report.goal(Goal.ENTITIES_LANGUAGE_BG, language.tagged.f1("bg"));
    report.goal(Goal.ENTITIES_LANGUAGE_OTHERS, language.tagged.meanOfOthers());
    report.goal(Goal.ENTITIES_WRITTEN, written.tagged.all().f1());
    report.confused("SlavNER, topic left out, distinct forms of a document", topic.tagged);
    report.confused("sentences written here", written.tagged);
    return report.measured(tagger);
  }

  private void baseline(EntitiesReport report, String name, NameRecognizer recognizer) {
    progress.println(name);
    FormFinder finder = FormFinder.of(recognizer);
    report.gold(name, scores(finder, texts(EntitiesEvaluation::isGold)));
    report.written(name, scores(finder, texts(NameCorpus::isHeldBack)));
    report.further(name, scores(finder, measuredOnly));
  }

  private Folds leaveOut(NameLearner learner, Function<MarkedText, String> part) {
    Function<MarkedText, String> fold = part.andThen(name -> together.getOrDefault(name, name));
    Folds folds = new Folds();
    Set<String> names = new TreeSet<>();
    texts.stream().filter(EntitiesEvaluation::isGold).map(fold).forEach(names::add);
    for (String left : names) {
      progress.println("training without " + left);
      NameRecognizer recognizer = learner.learn(text -> !fold.apply(text).equals(left));
      folds.score(
          recognizer,
          FastNames.withKnown(recognizer, gazetteer),
          texts(text -> isGold(text) && fold.apply(text).equals(left)));
    }
    return folds;
  }

  private static boolean isGold(MarkedText text) {
    return text.source().equals(GOLD);
  }

  private List<MarkedText> texts(Predicate<MarkedText> choice) {
    return texts.stream().filter(choice).toList();
  }

  private static FormScores scores(FormFinder finder, List<MarkedText> texts) {
    FormScores scores = new FormScores();
    score(finder, texts, scores);
    return scores;
  }

  private static void score(FormFinder finder, List<MarkedText> texts, FormScores scores) {
    for (MarkedText text : texts) {
      scores.add(text.language(), finder.forms(text), text.forms());
    }
  }

  /** The scores of a recogniser by itself, and of what the event carries. */
  private final class Folds {

    private final FormScores alone = new FormScores();
    private final FormScores tagged = new FormScores();

    void score(NameRecognizer recognizer, NameRecognizer known, List<MarkedText> texts) {
      EntitiesEvaluation.score(FormFinder.of(recognizer), texts, alone);
      EntitiesEvaluation.score(FormFinder.linked(known, linker), texts, tagged);
    }
  }
}
