package dev.dateline.training.deep;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.model.EncoderSource;
import dev.dateline.enrich.model.ModelFolder;
import dev.dateline.enrich.stage.deep.Encoder;
import dev.dateline.enrich.stage.deep.TextEncoder;
import dev.dateline.enrich.stage.link.FastNames;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.training.name.MarkedText;
import dev.dateline.training.name.NameCorpus;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the sets with the encoder and trains both heads of the deep tagger. */
public final class DeepTraining implements AutoCloseable {

  /** Pieces of an article that the head for topics sees. */
  static final int TOPIC_BUDGET = 192;

  private static final int WHOLE = 1 << 30;

  private final Path data;
  private final Path examples;
  private final Path states;
  private final Encoder encoder;

  /**
   * Opens the encoder.
   *
   * @param models folder of the encoder
   * @param states folder that keeps what it makes of the texts
   */
  public DeepTraining(Path data, Path examples, Path models, Path states) throws IOException {
    this.data = data;
    this.examples = examples;
    this.states = states;
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

  /** Trains the head for names on all the texts and writes it. */
  public void trainNames(Path out) throws IOException {
    List<MarkedText> texts = DeepNameTexts.of(NameCorpus.read(data, examples.resolve("names")));
    try (StateStore store = StateStore.open(states.resolve("names"), true)) {
      read(store, texts.stream().map(MarkedText::text).toList(), WHOLE);
      DeepNameTrainer trainer =
          new DeepNameTrainer(texts, store, FastNames.lists(new Gazetteer(Knowledge.load())));
      write(out, trainer.train(text -> true)::write);
    }
  }

  /** Trains the head for topics on all the texts and writes it. */
  public void trainTopics(Path out) throws IOException {
    DeepTopicTexts texts = DeepTopicTexts.read(data, examples);
    List<String> all = new ArrayList<>();
    texts.samples().forEach(sample -> all.add(sample.text()));
    texts.usual().values().forEach(all::addAll);
    try (StateStore store = StateStore.open(states.resolve("topics"), false)) {
      read(store, all, TOPIC_BUDGET);
      write(out, DeepTopicTrainer.train(texts.samples(), texts.usual(), store)::write);
    }
  }

  private void read(StateStore store, List<String> texts, int budget) throws IOException {
    store.addAll(
        texts,
        new TextEncoder(encoder),
        budget,
        left -> System.err.printf("texts left to read: %d%n", left));
  }

  private static void write(Path out, Head head) throws IOException {
    Files.createDirectories(out.toAbsolutePath().getParent());
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
      head.write(file);
    }
    System.err.printf("%s: %d bytes%n", out, Files.size(out));
  }

  @Override
  public void close() {
    encoder.close();
  }
}
