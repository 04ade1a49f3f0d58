package dev.dateline.enrich.knowledge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which entities of a stack of files have one id. They go by the number of the uppermost. */
final class SameEntities {

  private static final int HIDDEN = -1;
  private static final int[] NO_PARTS = {};

  private final Map<Integer, Integer> upper = new HashMap<>();
  private final Map<Integer, int[]> parts = new HashMap<>();

  private SameEntities() {}

  /** Entities of files that complete each other. */
  static SameEntities among(List<KnowledgeFile> files) {
    SameEntities same = new SameEntities();
    same.join(files, 0);
    return same;
  }

  /** The same, but the first file hides whatever the others say of its ids and of removed ones. */
  static SameEntities corrected(List<KnowledgeFile> files, Set<String> removed) {
    SameEntities same = new SameEntities();
    for (int f = 1; f < files.size(); f++) {
      for (String id : removed) {
        same.hide(f, files.get(f).find(id));
      }
      for (int i = 0; i < files.get(0).entityCount(); i++) {
        same.hide(f, files.get(f).find(files.get(0).id(i)));
      }
    }
    same.join(files, 1);
    return same;
  }

  private void hide(int file, int entity) {
    if (entity >= 0) {
      upper.put(EntityNumber.of(file, entity), HIDDEN);
    }
  }

  private void join(List<KnowledgeFile> files, int first) {
    for (int lower = first + 1; lower < files.size(); lower++) {
      for (int higher = first; higher < lower; higher++) {
        join(files, higher, lower);
      }
    }
  }

  private void join(List<KnowledgeFile> files, int higher, int lower) {
    KnowledgeFile above = files.get(higher);
    KnowledgeFile below = files.get(lower);
    if (above.entityCount() < below.entityCount()) {
      for (int i = 0; i < above.entityCount(); i++) {
        join(EntityNumber.of(higher, i), lower, below.find(above.id(i)));
      }
    } else {
      for (int i = 0; i < below.entityCount(); i++) {
        int found = above.find(below.id(i));
        if (found >= 0) {
          join(EntityNumber.of(higher, found), lower, i);
        }
      }
    }
  }

  private void join(int above, int lower, int entity) {
    int below = EntityNumber.of(lower, entity);
    if (entity < 0 || upper.containsKey(below)) {
      return;
    }
    int top = entity(above);
    upper.put(below, top);
    int[] before = parts(top);
    int[] now = Arrays.copyOf(before, before.length + 1);
    now[before.length] = below;
    parts.put(top, now);
  }

  /** The number that an entity of a file goes by; negative where it is hidden. */
  int entity(int number) {
    return upper.isEmpty() ? number : upper.getOrDefault(number, number);
  }

  /** What other files say of an entity, uppermost first. */
  int[] parts(int entity) {
    return parts.isEmpty() ? NO_PARTS : parts.getOrDefault(entity, NO_PARTS);
  }

  /** How many entities do not go by their own number. */
  int covered() {
    return upper.size();
  }
}
