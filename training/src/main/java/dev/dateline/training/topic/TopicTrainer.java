package dev.dateline.training.topic;

import dev.dateline.enrich.stage.linear.SparseModel;
import dev.dateline.training.data.Sib200;
import dev.dateline.training.data.TopicExamples;
import dev.dateline.training.language.SibLanguages;
import dev.dateline.training.linear.Sample;
import dev.dateline.training.linear.SparseTrainer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Trains the topic model on the public sets and the examples written here. */
public final class TopicTrainer {

  private static final String[] MORE_LANGUAGES =
      ("am ti ig ln lg om rn sn so xh th bn ta ka hy lv lt et ca eu az kk sq nb gl be ms tl")
          .split(" ");

  private static final int BITS = 22;
  private static final int KEPT_WEIGHTS = 5_300_000;

  /**
   * What is drawn to zero is less sure than it should be. Chosen on the measured leads, alone and
   * in pairs: at the threshold precision 0.95 and 0.98, recall 0.86 and 0.62 (1: 0.98, 0.99, 0.76,
   * 0.50; 2: 0.92, 0.97, 0.90, 0.68).
   */
  private static final float SHARPNESS = 1.5f;

  private static final int STEPS = 31;
  private static final long SEED = 7;

  private TopicTrainer() {}

  /**
   * The model.
   *
   * @param data folder of the public sets
   * @param examples folder of the examples written here
   */
  public static SparseModel train(Path data, Path examples) {
    return train(data, examples, fold -> true);
  }

  /**
   * A model of some of the texts.
   *
   * @param folds the {@link Folds} that it learns from
   */
  public static SparseModel train(Path data, Path examples, IntPredicate folds) {
    var samples = new TopicSamples(folds);
    samples.addLeads(TopicExamples.leads(examples));
    samples.addWords(TopicExamples.words(examples));
    samples.addSib200(
        Sib200.read(data, "train"), languages(examples), TopicExamples.sibSubjects(examples));
    samples.addMasakhaNews(data);
    return train(samples.samples());
  }

  /** SIB-200 in the languages that have words of their own, and in some more that have no other. */
  private static List<String> languages(Path examples) {
    Stream<String> worded =
        TopicExamples.words(examples).stream().map(TopicExamples.Words::language);
    return Stream.concat(worded, Arrays.stream(MORE_LANGUAGES))
        .map(SibLanguages.codeByTag()::get)
        .distinct()
        .toList();
  }

  /** A model of samples with the settings of the committed one. */
  public static SparseModel train(List<Sample> samples) {
    var settings =
        new SparseTrainer.Settings(5, 0.1f, 0.2f, 0.002f, 0.006f, 0.25, KEPT_WEIGHTS, STEPS, SEED);
    return new SparseTrainer(TopicSamples.LABELS, BITS, settings)
        .train(samples)
        .sharpened(SHARPNESS);
  }
}
