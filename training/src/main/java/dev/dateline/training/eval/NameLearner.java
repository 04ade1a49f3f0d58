package dev.dateline.training.eval;

import dev.dateline.enrich.stage.name.NameRecognizer;
import dev.dateline.training.name.MarkedText;
import java.util.function.Predicate;

/** Learns to recognise names from a choice of the marked texts: what an evaluation leaves in. */
@FunctionalInterface
public interface NameLearner {

  /** A recogniser that has seen the chosen texts only. */
  NameRecognizer learn(Predicate<MarkedText> choice);
}
