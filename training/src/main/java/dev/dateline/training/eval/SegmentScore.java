package dev.dateline.training.eval;

import java.util.List;

/** F1 over the segments that a main text must and must not have, as trafilatura's evaluation. */
final class SegmentScore {

  private int found;
  private int missed;
  private int wrong;

  void add(String text, List<String> with, List<String> without) {
    int right = (int) with.stream().filter(text::contains).count();
    found += right;
    missed += with.size() - right;
    wrong += (int) without.stream().filter(text::contains).count();
  }

  /** 0 to 1; 0 where nothing was found. */
  double f1() {
    return found == 0 ? 0 : 2.0 * found / (2 * found + missed + wrong);
  }

  /** Percent, with precision and recall. */
  @Override
  public String toString() {
    return String.format(
        "%s (precision %s, recall %s)",
        Tally.percent(f1()),
        Tally.percent((double) found / Math.max(1, found + wrong)),
        Tally.percent((double) found / Math.max(1, found + missed)));
  }
}
