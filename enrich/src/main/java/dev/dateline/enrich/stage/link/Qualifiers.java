package dev.dateline.enrich.stage.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names that stand right behind a comma or a bracket that follows another name. */
final class Qualifiers {

  /** A comma and a space, a space and a bracket. */
  private static final int GAP = 2;

  /**
   * A pair of names.
   *
   * @param name number of the group that the first name belongs to
   * @param qualifier number of the group that the name behind it belongs to
   */
  record Pair(int name, int qualifier) {}

  private record Place(int start, int end, boolean inTitle, int group) {}

  private Qualifiers() {}

  /** The pairs of a document; a pair that occurs often comes as often. */
  static List<Pair> of(List<MentionGroup> groups) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      for (Mention mention : groups.get(i).mentions()) {
        places.add(
            new Place(
                mention.name().span().start(), mention.name().span().end(), mention.inTitle(), i));
      }
    }
    places.sort(Comparator.comparing(Place::inTitle).thenComparingInt(Place::start));
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < places.size(); i++) {
      Place before = places.get(i - 1);
      Place behind = places.get(i);
      if (before.inTitle() == behind.inTitle() && behind.start() - before.end() == GAP) {
        pairs.add(new Pair(before.group(), behind.group()));
      }
    }
    return pairs;
  }
}
