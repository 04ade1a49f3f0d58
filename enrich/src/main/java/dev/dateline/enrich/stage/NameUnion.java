package dev.dateline.enrich.stage;

import dev.dateline.enrich.stage.name.NameSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the names of two recognisers together, so that no two overlap. */
final class NameUnion {

  private NameUnion() {}

  /**
   * All names of the first recogniser, and those of the second that do not touch them.
   *
   * @param first in order, without overlaps
   * @param second in order, without overlaps
   */
  static List<NameSpan> of(List<NameSpan> first, List<NameSpan> second) {
    List<NameSpan> union = new ArrayList<>(first);
    int at = 0;
    for (NameSpan candidate : second) {
      while (at < first.size() && first.get(at).span().end() <= candidate.span().start()) {
        at++;
      }
      if (at == first.size() || first.get(at).span().start() >= candidate.span().end()) {
        union.add(candidate);
      }
    }
    union.sort(Comparator.comparingInt(name -> name.span().start()));
    return union;
  }
}
