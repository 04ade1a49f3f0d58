package dev.dateline.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BisectionTest {

  private final List<Integer> stored = new ArrayList<>();
  private final List<Integer> refused = new ArrayList<>();
  private int attempts;

  @Test
  void aGoodBatchIsStoredAtOnce() {
    store(8, Set.of());

    assertThat(stored).hasSize(8);
    assertThat(attempts).isEqualTo(1);
  }

  @Test
  void nothingIsAttemptedOfAnEmptyBatch() {
    store(0, Set.of());

    assertThat(attempts).isZero();
  }

  @Test
  void oneBadItemTakesAboutTwiceTheLogarithm() {
    store(512, Set.of(77));

    assertThat(refused).containsExactly(77);
    assertThat(stored).hasSize(511).isSorted();
    assertThat(attempts).isLessThanOrEqualTo(2 * 9 + 1);
  }

  @Test
  void everyItemIsEitherStoredOrRefusedAndKeepsItsOrder() {
    Random random = new Random(42);
    for (int round = 0; round < 200; round++) {
      stored.clear();
      refused.clear();
      int size = 1 + random.nextInt(40);
      Set<Integer> bad = new TreeSet<>();
      for (int i = 0; i < size; i++) {
        if (random.nextInt(4) == 0) {
          bad.add(i);
        }
      }

      store(size, bad);

      assertThat(refused).containsExactlyElementsOf(bad);
      assertThat(stored).isSorted().hasSize(size - bad.size()).noneMatch(bad::contains);
    }
  }

  private void store(int size, Set<Integer> bad) {
    Bisection.store(
        IntStream.range(0, size).boxed().toList(),
        items -> {
          attempts++;
          if (items.stream().anyMatch(bad::contains)) {
            return Optional.of("bad");
          }
          stored.addAll(items);
          return Optional.empty();
        },
        (item, reason) -> refused.add(item));
  }
}
