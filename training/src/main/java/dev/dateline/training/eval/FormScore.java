package dev.dateline.training.eval;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.training.name.NameForm;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Counts of forms found, invented and missed; only persons, places and organisations count. */
public final class FormScore {

  private static final Set<EntityType> COUNTED =
      Set.of(EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION);

  private final Map<EntityType, int[]> counts = new EnumMap<>(EntityType.class);

  void add(Set<NameForm> found, Set<NameForm> expected) {
    for (NameForm form : found) {
      count(form, expected.contains(form) ? 0 : 1);
    }
    for (NameForm form : expected) {
      if (!found.contains(form)) {
        count(form, 2);
      }
    }
  }

  private void count(NameForm form, int outcome) {
    if (COUNTED.contains(form.type())) {
      counts.computeIfAbsent(form.type(), type -> new int[3])[outcome]++;
    }
  }

  /** F1 over all types, 0 to 1; 0 where there was nothing to find. */
  public double f1() {
    int[] sum = new int[3];
    for (int[] count : counts.values()) {
      for (int i = 0; i < 3; i++) {
        sum[i] += count[i];
      }
    }
    return f1(sum);
  }

  /** F1 of one type. */
  public double f1(EntityType type) {
    return f1(counts.getOrDefault(type, new int[3]));
  }

  private static double f1(int[] count) {
    int total = 2 * count[0] + count[1] + count[2];
    return total == 0 ? 0 : 2.0 * count[0] / total;
  }
}
