package dev.dateline.training.deep;

import dev.dateline.enrich.stage.deep.DeepNames;
import dev.dateline.enrich.stage.deep.EncodedText;
import dev.dateline.enrich.stage.deep.NamePerceptron;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameHead;
import dev.dateline.enrich.stage.name.NameRecognizer;
import dev.dateline.enrich.stage.text.Tokens;
import dev.dateline.training.name.MarkedText;
import dev.dateline.training.name.NameCorpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Trains name heads of the deep tagger on choices of the same texts, whose states are kept. */
public final class DeepNameTrainer implements AutoCloseable {

  /** Rounds over the texts. */
  private static final int EPOCHS = 3;

  private final Map<MarkedText, NameSamples> samples = new IdentityHashMap<>();
  private final List<MarkedText> texts;
  private final StateStore states;
  private final NameFlags lists;

  /** A trainer on texts whose states are in a store, which it closes. */
  DeepNameTrainer(List<MarkedText> texts, StateStore states, NameFlags lists) {
    this.texts = List.copyOf(texts);
    this.states = states;
    this.lists = lists;
  }

  /** The texts, the ones that are held back too. */
  public List<MarkedText> texts() {
    return texts;
  }

  /** The head that the chosen texts teach; the ones that are held back never do. */
  public NamePerceptron train(Predicate<MarkedText> choice) {
    List<NameSamples> chosen = new ArrayList<>();
    for (MarkedText text : texts) {
      if (!NameCorpus.isHeldBack(text) && choice.test(text)) {
        chosen.add(samples.computeIfAbsent(text, this::samples));
      }
    }
    return PerceptronTrainer.train(chosen, EPOCHS);
  }

  private NameSamples samples(MarkedText text) {
    return NameSamples.of(text, stored(text.text()), lists);
  }

  /**
   * A recogniser that takes the states from the store: for measuring.
   *
   * @param words what a linear tagger has learnt, with which the head shares the labels
   */
  public NameRecognizer recognizer(NamePerceptron head, NameHead words) {
    DeepNames names = new DeepNames(head, words, lists);
    return (text, language) -> names.recognize(encoded(text), language);
  }

  private EncodedText encoded(String text) {
    StoredText stored = stored(text);
    float[] words = new float[stored.words().length];
    for (int i = 0; i < words.length; i++) {
      words[i] = stored.word(i);
    }
    return new EncodedText(Tokens.of(text), stored.covered(), words, stored.sum(), stored.pieces());
  }

  private StoredText stored(String text) {
    try {
      return states.get(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    states.close();
  }
}
