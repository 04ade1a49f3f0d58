package dev.dateline.training.deep;

import dev.dateline.training.name.MarkedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts that the deep name tagger learns from and is measured on. */
final class DeepNameTexts {

  /**
   * The encoder reads two articles a second, so of the larger parts every so many are taken. Parts
   * are named by source, by source and group, or by source, group and language; the last that is
   * there holds.
   */
  private static final Map<String, Integer> EVERY =
      Map.of(
          "slavner brexit bg", 4,
          "slavner brexit pl", 5,
          "slavner brexit cs", 2,
          "slavner ec", 2,
          "slavner trump", 2,
          "slavner other", 4,
          "nerel", 5,
          "parallel", 10,
          "swapped", 14);

  private DeepNameTexts() {}

  /** The choice, in order. */
  static List<MarkedText> of(List<MarkedText> texts) {
    Map<String, Integer> seen = new HashMap<>();
    List<MarkedText> chosen = new ArrayList<>();
    for (MarkedText text : texts) {
      String group = text.source() + ' ' + text.group();
      String part = group + ' ' + text.language();
      int ofSource = EVERY.getOrDefault(text.source(), 1);
      int every = EVERY.getOrDefault(part, EVERY.getOrDefault(group, ofSource));
      if ((seen.merge(part, 1, Integer::sum) - 1) % every == 0) {
        chosen.add(text);
      }
    }
    return chosen;
  }
}
