package dev.dateline.training.eval;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts right and wrong answers. */
final class Tally {

  private final Map<String, Integer> confusions = new TreeMap<>();
  private int right;
  private int all;

  void add(String gold, String answer) {
    all++;
    if (gold.equals(answer)) {
      right++;
    } else {
      confusions.merge(gold + " taken for " + answer, 1, Integer::sum);
    }
  }

  int all() {
    return all;
  }

  double accuracy() {
    return all == 0 ? 0 : (double) right / all;
  }

  String percent() {
    return String.format(Locale.ROOT, "%.1f", 100 * accuracy());
  }

  /** The commonest confusions. */
  String confusions(int most) {
    return confusions.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
