package dev.dateline.training.topic;

import dev.dateline.enrich.stage.linear.SparseModel;
import dev.dateline.training.data.Sib200;
import dev.dateline.training.data.TopicExamples;
import dev.dateline.training.language.SibLanguages;
import dev.dateline.training.linear.Sample;
import dev.dateline.training.linear.SparseTrainer;
import java.nio.file.Path;
import java.util.List;

/** Trains the topic model on the public sets and the examples written here. */
public final class TopicTrainer {

  private static final int BITS = 20;
  private static final int KEPT_WEIGHTS = 2_000_000;
  private static final long SEED = 7;

  private TopicTrainer() {}

  /**
   * The model.
   *
   * @param data folder of the public sets
   * @param examples folder of the examples written here
   */
  public static SparseModel train(Path data, Path examples) {
    var samples = new TopicSamples();
    samples.addLeads(TopicExamples.leads(examples));
    samples.addWords(TopicExamples.words(examples));
    samples.addSib200(
        Sib200.read(data, "train"),
        languages(examples),
        TopicExamples.sibSubjects(examples));
    samples.addMasakhaNews(data);
    return train(samples.samples());
  }

  /** SIB-200 in the languages that have words of their own; more would crowd the model. */
  private static List<String> languages(Path examples) {
    return TopicExamples.words(examples).stream()
        .map(words -> SibLanguages.codeByTag().get(words.language()))
        .distinct()
        .toList();
  }

  /** A model of samples with the settings of the committed one. */
  public static SparseModel train(List<Sample> samples) {
    var settings = new SparseTrainer.Settings(5, 0.2f, 0.2f, KEPT_WEIGHTS, SEED);
    return new SparseTrainer(TopicSamples.LABELS, BITS, settings).train(samples);
  }
}
