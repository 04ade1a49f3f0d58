package dev.dateline.training.name;

import dev.dateline.enrich.stage.link.FastNames;
import dev.dateline.enrich.stage.link.Gazetteer;
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
  private final NameSwaps swaps;
  private final NameFlags lists;
  private final TrainingOptions options;

  /** A trainer on these texts, in this order, and in each round on copies of sentences. */
  public NameTrainer(
      List<MarkedText> texts, NameSwaps swaps, NameFlags lists, TrainingOptions options) {
    this.texts = List.copyOf(texts);
    this.swaps = swaps;
    this.lists = lists;
    this.options = options;
  }

  /** A trainer as the one of the head that ships with Dateline. */
  public static NameTrainer shipped(List<MarkedText> texts, Gazetteer gazetteer) {
    TrainingOptions options = TrainingOptions.SHIPPED;
    NameSwaps swaps = NameSwaps.of(texts, gazetteer.knowledge(), options.seed());
    return new NameTrainer(texts, swaps, FastNames.lists(gazetteer), options);
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
    return CrfTrainer.train(examples, round -> copies(round, choice), options);
  }

  private List<NameSequence> copies(int round, Predicate<MarkedText> choice) {
    return swaps.round(round).parallelStream()
        .filter(choice)
        .flatMap(copy -> NameSequence.of(copy, lists).stream())
        .toList();
  }
}
