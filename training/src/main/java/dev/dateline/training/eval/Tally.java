package dev.dateline.training.eval;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts answers beside the right ones: accuracy, and what is taken for what. */
final class Tally {

  private final SortedMap<String, SortedMap<String, Integer>> answers = new TreeMap<>();

  void add(String gold, String answer) {
    answers.computeIfAbsent(gold, label -> new TreeMap<>()).merge(answer, 1, Integer::sum);
  }

  void addAll(Tally other) {
    other.answers.forEach(
        (gold, row) ->
            row.forEach(
                (answer, count) ->
                    answers
                        .computeIfAbsent(gold, label -> new TreeMap<>())
                        .merge(answer, count, Integer::sum)));
  }

  int all() {
    return answers.keySet().stream().mapToInt(this::all).sum();
  }

  /** Texts of one label. */
  int all(String gold) {
    return row(gold).values().stream().mapToInt(Integer::intValue).sum();
  }

  int count(String gold, String answer) {
    return row(gold).getOrDefault(answer, 0);
  }

  private int right() {
    return answers.keySet().stream().mapToInt(gold -> count(gold, gold)).sum();
  }

  private SortedMap<String, Integer> row(String gold) {
    return answers.getOrDefault(gold, new TreeMap<>());
  }

  /** Share of right answers, 0 to 1; 0 where there are none at all. */
  double accuracy() {
    return (double) right() / Math.max(1, all());
  }

  /** What giving every text the commonest label would score, 0 to 1. */
  double majority() {
    int most = answers.keySet().stream().mapToInt(this::all).max().orElse(0);
    return (double) most / Math.max(1, all());
  }

  String percent() {
    return percent(accuracy());
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  /** The labels and answers that occur, in order. */
  List<String> labels() {
    return Stream.concat(
            answers.keySet().stream(),
            answers.values().stream().flatMap(row -> row.keySet().stream()))
        .distinct()
        .sorted()
        .toList();
  }

  /** The labels that were given wrong answers, those with the most of them first. */
  List<String> mistaken() {
    return answers.keySet().stream()
        .filter(gold -> count(gold, gold) < all(gold))
        .sorted(Comparator.comparingInt(gold -> count(gold, gold) - all(gold)))
        .toList();
  }

  /** The wrong answers for a label with their counts, commonest first. */
  String takenFor(String gold) {
    return row(gold).entrySet().stream()
        .filter(entry -> !entry.getKey().equals(gold))
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
