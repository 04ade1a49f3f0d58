package dev.dateline.training.deep;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.model.EncoderSource;
import dev.dateline.enrich.model.ModelFolder;
import dev.dateline.enrich.stage.deep.DeepTopics;
import dev.dateline.enrich.stage.deep.Encoder;
import dev.dateline.enrich.stage.deep.TextEncoder;
import dev.dateline.enrich.stage.link.FastNames;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.topic.TopicClassifier;
import dev.dateline.enrich.stage.topic.TopicMixture;
import dev.dateline.training.name.MarkedText;
import dev.dateline.training.name.NameCorpus;
import dev.dateline.training.name.NameSwaps;
import dev.dateline.training.name.TrainingOptions;
import dev.dateline.training.topic.Folds;
import dev.dateline.training.topic.TopicTrainer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the sets with the encoder and trains both heads of the deep tagger. */
public final class DeepTraining implements AutoCloseable {

  /** Pieces of an article that the head for topics sees. */
  static final int TOPIC_BUDGET = 192;

  /** Budget of a text that is read to its end. */
  public static final int WHOLE = 1 << 30;

  private final Path data;
  private final Path states;
  private final PrintStream progress;
  private final Encoder encoder;

  /**
   * Opens the encoder.
   *
   * @param data folder of the public sets
   * @param models folder of the encoder
   * @param states folder that keeps what it makes of the texts
   * @throws dev.dateline.runtime.UserException where the encoder is not in the folder
   */
  public DeepTraining(Path data, Path models, Path states, PrintStream progress)
      throws IOException {
    this.data = data;
    this.states = states;
    this.progress = progress;
    this.encoder =
        Encoder.open(
            new ModelFolder(models).open(EncoderSource.MBERT),
            Runtime.getRuntime().availableProcessors());
  }

  /** A way to write a head. */
  @FunctionalInterface
  private interface Head {
    void write(OutputStream out) throws IOException;
  }

  /** Trains the head for names on all the texts but those held back, and writes it. */
  public void trainNames(Path examples, Path out) throws IOException {
    try (DeepNameTrainer trainer = names(examples, List.of())) {
      write(out, trainer.train(text -> true)::write);
    }
  }

  /**
   * A trainer of heads for names; reads what the store lacks.
   *
   * @param examples folder of the sentences with names written here
   * @param measured texts that its recognisers are to read besides, and no head learns from
   */
  public DeepNameTrainer names(Path examples, List<MarkedText> measured) throws IOException {
    Gazetteer gazetteer = new Gazetteer(Knowledge.load());
    List<MarkedText> all = NameCorpus.read(data, examples, gazetteer);
    long seed = TrainingOptions.SHIPPED.seed();
    all.addAll(NameSwaps.of(all, gazetteer.knowledge(), seed).round(0));
    List<MarkedText> texts = DeepNameTexts.of(all);
    StateStore store = StateStore.open(states.resolve("names"), true);
    Stream<MarkedText> needed = Stream.concat(texts.stream(), measured.stream());
    read(store, needed.map(MarkedText::text).toList(), WHOLE);
    return new DeepNameTrainer(texts, store, FastNames.lists(gazetteer));
  }

  /** Trains the head for topics on all the texts and writes it. */
  public void trainTopics(Path examples, Path out) throws IOException {
    DeepTopicTexts texts = DeepTopicTexts.read(data, examples);
    try (StateStore store = topics(texts)) {
      write(out, DeepTopicTrainer.train(texts.samples(), texts.usual(), store)::write);
    }
  }

  /**
   * Tells what the power of the encoder beside the words could be, by words and heads that have not
   * seen a fold, on that fold: what {@link TopicMixture} goes by.
   *
   * @return a table in Markdown: subjects named right in percent, by length of text and power
   */
  public String tryTopics(Path examples) throws IOException {
    DeepTopicTexts texts = DeepTopicTexts.read(data, examples);
    MediaTopics mediaTopics = MediaTopics.load();
    try (StateStore store = topics(texts)) {
      TopicTrial trial = new TopicTrial(store, mediaTopics);
      for (int i = 0; i < Folds.COUNT; i++) {
        int fold = i;
        progress.printf("topics without part %d of %d%n", fold + 1, Folds.COUNT);
        Map<Boolean, List<TopicSample>> samples =
            texts.samples().stream()
                .collect(Collectors.partitioningBy(sample -> sample.fold() == fold));
        TopicClassifier words =
            new TopicClassifier(
                TopicTrainer.train(data, examples, other -> other != fold),
                TopicClassifier.THRESHOLD,
                mediaTopics);
        DeepTopics head = DeepTopicTrainer.train(samples.get(false), texts.usual(), store);
        for (TopicSample sample : samples.get(true)) {
          if (DeepTopicTexts.isKnown(sample.language())) {
            trial.add(sample, words, head);
          }
        }
      }
      return trial.toString();
    }
  }

  /** The states of the texts about subjects; reads what the store lacks. */
  private StateStore topics(DeepTopicTexts texts) throws IOException {
    List<String> all = new ArrayList<>();
    texts.samples().forEach(sample -> all.add(sample.text()));
    texts.usual().values().forEach(all::addAll);
    StateStore store = StateStore.open(states.resolve("topics"), false);
    read(store, all, TOPIC_BUDGET);
    return store;
  }

  private void read(StateStore store, List<String> texts, int budget) throws IOException {
    store.addAll(
        texts,
        new TextEncoder(encoder),
        budget,
        left -> progress.printf("texts left to read: %d%n", left));
  }

  private void write(Path out, Head head) throws IOException {
    Files.createDirectories(out.toAbsolutePath().getParent());
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
      head.write(file);
    }
    progress.printf("%s: %d bytes%n", out, Files.size(out));
  }

  @Override
  public void close() {
    encoder.close();
  }
}
