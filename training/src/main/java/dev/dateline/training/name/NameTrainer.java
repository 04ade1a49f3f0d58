package dev.dateline.training.name;

import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameHead;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Trains heads on choices of the same texts; reads the features of each text once. */
public final class NameTrainer {

  private final Map<MarkedText, List<NameSequence>> sequences = new IdentityHashMap<>();
  private final List<MarkedText> texts;
  private final NameFlags lists;
  private final TrainingOptions options;

  /** A trainer on these texts, in this order. */
  public NameTrainer(List<MarkedText> texts, NameFlags lists, TrainingOptions options) {
    this.texts = List.copyOf(texts);
    this.lists = lists;
    this.options = options;
  }

  /** The head that the chosen texts teach; the ones that are held back never do. */
  public NameHead train(Predicate<MarkedText> choice) {
    List<NameSequence> examples = new ArrayList<>();
    for (MarkedText text : texts) {
      if (NameCorpus.isHeldBack(text) || !choice.test(text)) {
        continue;
      }
      List<NameSequence> own =
          sequences.computeIfAbsent(text, unread -> NameSequence.of(unread, lists));
      examples.addAll(own);
    }
    return CrfTrainer.train(examples, options);
  }
}
