package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.LanguageGuess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All names of one recogniser, and those of a second that do not touch them. Where both see the
 * same name the surer one scores it.
 */
public final class NameUnion implements NameRecognizer {

  private final NameRecognizer first;
  private final NameRecognizer second;

  /** The union of two recognisers, of which the first has the last word. */
  public NameUnion(NameRecognizer first, NameRecognizer second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public List<NameSpan> recognize(String text, LanguageGuess language) {
    return of(first.recognize(text, language), second.recognize(text, language));
  }

  /**
   * All of the first names, and those of the second that do not touch them.
   *
   * @param first in order, without overlaps
   * @param second in order, without overlaps
   */
  public static List<NameSpan> of(List<NameSpan> first, List<NameSpan> second) {
    List<NameSpan> union = new ArrayList<>(first);
    int at = 0;
    for (NameSpan candidate : second) {
      while (at < first.size() && first.get(at).span().end() <= candidate.span().start()) {
        at++;
      }
      if (at == first.size() || first.get(at).span().start() >= candidate.span().end()) {
        union.add(candidate);
      } else if (isSame(first.get(at), candidate) && candidate.score() > first.get(at).score()) {
        union.set(at, candidate);
      }
    }
    union.sort(Comparator.comparingInt(name -> name.span().start()));
    return union;
  }

  private static boolean isSame(NameSpan one, NameSpan other) {
    return one.span().equals(other.span()) && one.type() == other.type();
  }
}
