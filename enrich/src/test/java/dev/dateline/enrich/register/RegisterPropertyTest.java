package dev.dateline.enrich.register;

import static dev.dateline.enrich.register.Observations.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.register.Decision.Repeat;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.RegisterEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold whatever arrives, in whatever order. */
class RegisterPropertyTest {

  private static final int HISTORIES = 500;
  private static final int LENGTH = 24;

  @ParameterizedTest
  @ValueSource(longs = {1, 20250301, 987654321})
  void holdsForEveryHistory(long seed) {
    for (int history = 0; history < HISTORIES; history++) {
      Random random = new Random(seed + history);
      List<Article> arrived = new ArrayList<>();
      RegisterEntry entry = null;
      for (int i = 0; i < LENGTH; i++) {
        Article observation = next(random, arrived, i);
        arrived.add(observation);
        entry = step(entry, observation, "seed " + (seed + history) + " step " + i);
      }
      Collections.shuffle(arrived, random);
      for (Article again : arrived) {
        assertThat(Register.decide(entry, again))
            .as("seed %s, redriven %s", seed + history, again)
            .isInstanceOf(Repeat.class);
        entry = step(entry, again, "redrive");
      }
    }
  }

  private static @Nullable RegisterEntry step(
      @Nullable RegisterEntry before, Article observation, String where) {
    Decision decision = Register.decide(before, observation);
    RegisterEntry after = Register.apply(before, observation, decision, List.of()).orElse(before);
    if (after == null) {
      assertThat(decision).as(where).isInstanceOf(Repeat.class);
      return null;
    }
    int revision = before == null ? 0 : before.getRevision();
    boolean news = !(decision instanceof Repeat);
    assertThat(after.getRevision()).as(where).isEqualTo(news ? revision + 1 : revision);
    if (before != null) {
      latestDoesNotGoBackwards(before, after, decision, where);
    }
    assertThat(Register.decide(after, observation)).as(where).isInstanceOf(Repeat.class);
    return after;
  }

  private static void latestDoesNotGoBackwards(
      RegisterEntry before, RegisterEntry after, Decision decision, String where) {
    assertThat(after.getLatestObservedAt())
        .as(where)
        .isAfterOrEqualTo(before.getLatestObservedAt());
    if (before.getLatestUpdatedAt() != null) {
      assertThat(after.getLatestUpdatedAt())
          .as(where)
          .isAfterOrEqualTo(before.getLatestUpdatedAt());
    }
    assertThat(after.getLatestRevision())
        .as(where)
        .isBetween(before.getLatestRevision(), after.getRevision());
    if (decision instanceof Repeat || decision instanceof Decision.Historical) {
      assertThat(after.getLatestRevision()).as(where).isEqualTo(before.getLatestRevision());
      assertThat(after.getFieldHashes()).as(where).isEqualTo(before.getFieldHashes());
      assertThat(after.getDeleted()).as(where).isEqualTo(before.getDeleted());
    }
  }

  /** An observation, a deletion, or something that arrived already. */
  private static Article next(Random random, List<Article> arrived, int step) {
    int kind = random.nextInt(10);
    if (kind == 0 && !arrived.isEmpty()) {
      return arrived.get(random.nextInt(arrived.size()));
    }
    String source = "source" + random.nextInt(3);
    int observed = Math.max(0, step + random.nextInt(9) - 6);
    if (kind == 1 && step > 0) { // the deletion of what is unknown leaves nothing behind
      return Observations.deleted(source, observed);
    }
    Instant updated = random.nextInt(3) == 0 ? minute(observed - random.nextInt(4)) : null;
    return Observations.of(source, "text " + random.nextInt(4), observed)
        .setUpdatedAt(updated)
        .setCategories(List.of("category " + random.nextInt(2)))
        .build();
  }
}
