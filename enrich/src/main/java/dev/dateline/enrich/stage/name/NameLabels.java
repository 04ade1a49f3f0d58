package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.EntityType;
import java.util.List;

/**
 * The labels of tokens: outside, and for each type begin and inside (the BIO scheme of Ramshaw and
 * Marcus, 1995). Concepts are left to the knowledge base: the gold sets do not mark them.
 */
public final class NameLabels {

  /** Types that the tagger knows, in the order of their labels. */
  public static final List<EntityType> TYPES =
      List.of(
          EntityType.PERSON,
          EntityType.PLACE,
          EntityType.ORGANIZATION,
          EntityType.EVENT,
          EntityType.PRODUCT);

  /** The label of a token outside any name. */
  public static final int OUTSIDE = 0;

  /** Number of labels. */
  public static final int COUNT = 1 + 2 * TYPES.size();

  private NameLabels() {}

  /** The label of the first token of a name. */
  public static int begin(EntityType type) {
    return 1 + 2 * known(type);
  }

  /** The label of the further tokens of a name. */
  public static int inside(EntityType type) {
    return 2 + 2 * known(type);
  }

  /** Whether one label may stand right behind another: inside only continues its own type. */
  public static boolean mayFollow(int previous, int label) {
    return !isInside(label) || previous == label || previous == label - 1;
  }

  static boolean isBegin(int label) {
    return (label & 1) == 1;
  }

  static boolean isInside(int label) {
    return label > 0 && (label & 1) == 0;
  }

  static EntityType type(int label) {
    return TYPES.get((label - 1) / 2);
  }

  private static int known(EntityType type) {
    int index = TYPES.indexOf(type);
    if (index < 0) {
      throw new IllegalArgumentException("no label for " + type);
    }
    return index;
  }
}
