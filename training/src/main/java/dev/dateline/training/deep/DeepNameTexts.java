package dev.dateline.training.deep;

import dev.dateline.training.name.MarkedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The texts that the deep name tagger learns from and is measured on. */
final class DeepNameTexts {

  private static final String WRITTEN = "written";

  /** Topics of 2019: the gold of the sets of 2017 drops the case, and with it what a name is. */
  private static final Set<String> TOPICS = Set.of("asia_bibi", "brexit");

  /** The encoder reads two articles a second, so of the larger parts every so many are taken. */
  private static final Map<String, Integer> EVERY =
      Map.of("bg brexit", 4, "pl brexit", 5, "cs brexit", 2);

  private DeepNameTexts() {}

  /** The choice, in order. */
  static List<MarkedText> of(List<MarkedText> texts) {
    Map<String, Integer> seen = new HashMap<>();
    List<MarkedText> chosen = new ArrayList<>();
    for (MarkedText text : texts) {
      String part = text.language() + ' ' + text.group();
      boolean written = text.source().equals(WRITTEN);
      int number = seen.merge(text.source() + ' ' + part, 1, Integer::sum) - 1;
      if (written || TOPICS.contains(text.group()) && number % EVERY.getOrDefault(part, 1) == 0) {
        chosen.add(text);
      }
    }
    return chosen;
  }
}
