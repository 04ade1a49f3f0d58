package dev.dateline.training.eval;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Pairs of names of different languages to which we give one id: do they have one gold id? */
final class LanguagePairs {

  /** How often each gold id, each language, and each of both together got one id of ours. */
  private static final class Group {
    private final Map<String, Long> byGold = new HashMap<>();
    private final Map<String, Long> byLanguage = new HashMap<>();
    private final Map<String, Long> byBoth = new HashMap<>();
  }

  private final Map<String, Group> groups = new HashMap<>();

  /**
   * Adds a name of a document.
   *
   * @param id ours
   * @param gold id of the same entity in the set
   */
  void add(String id, String language, String gold) {
    Group group = groups.computeIfAbsent(id, key -> new Group());
    group.byGold.merge(gold, 1L, Long::sum);
    group.byLanguage.merge(language, 1L, Long::sum);
    group.byBoth.merge(gold + '\t' + language, 1L, Long::sum);
  }

  long all() {
    return groups.values().stream()
        .mapToLong(group -> pairs(group.byLanguage.values(), true))
        .sum();
  }

  long right() {
    return groups.values().stream()
        .mapToLong(
            group -> pairs(group.byGold.values(), false) - pairs(group.byBoth.values(), false))
        .sum();
  }

  /** Share of pairs with one gold id, 0 to 1; 0 where there are no pairs. */
  double precision() {
    return (double) right() / Math.max(1, all());
  }

  /** Pairs within the parts, or across them. */
  private static long pairs(Collection<Long> parts, boolean across) {
    long within = parts.stream().mapToLong(LanguagePairs::pairs).sum();
    long total = parts.stream().mapToLong(Long::longValue).sum();
    return across ? pairs(total) - within : within;
  }

  private static long pairs(long count) {
    return count * (count - 1) / 2;
  }
}
