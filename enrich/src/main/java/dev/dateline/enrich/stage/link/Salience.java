package dev.dateline.enrich.stage.link;

import java.util.List;

/** How much of a document an entity is: the title counts most, the lead more than the rest. */
final class Salience {

  private static final double TITLE = 3;
  private static final double HALF = 3;
  private static final int LEAD = 400;

  private final int length;

  Salience(int textLength) {
    length = textLength;
  }

  double of(List<Mention> mentions) {
    double weight = 0;
    for (Mention mention : mentions) {
      weight += mention.inTitle() ? TITLE : inText(mention.name().span().start());
    }
    return weight / (weight + HALF);
  }

  private double inText(int start) {
    double lead = start < LEAD ? 1 : 0;
    return 0.5 + lead + 0.5 * (1 - (double) start / Math.max(1, length));
  }
}
