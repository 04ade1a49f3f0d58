package dev.dateline.app.faults;

import dev.dateline.runtime.FaultPoint;
import dev.dateline.testkit.faults.Crash;
import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.FrozenSink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ends and freezes processes between any two steps that belong together. */
@Tag("faults-long")
@Timeout(7200)
class FaultPointsIT {

  private static final int ARTICLES = Integer.getInteger("faults.articles", 6_000);
  private static final int TIMES = Integer.getInteger("faults.times", 3);

  @Test
  void aCrashAtAnyPointLosesNothing() {
    List<Fault> faults =
        repeated(Stream.of(FaultPoint.values()).<Fault>map(Crash::new).toList(), TIMES);

    Faults.run("crash-points", ARTICLES, faults);
  }

  @Test
  void aSinkThatWakesUpAfterATakeoverChangesNothing() {
    List<Fault> faults =
        Stream.of(
                FaultPoint.SINK_BATCH_READ,
                FaultPoint.SINK_OFFSETS_MOVED,
                FaultPoint.SINK_ROWS_WRITTEN,
                FaultPoint.SINK_COMMITTED)
            .<Fault>map(FrozenSink::new)
            .toList();

    Faults.run("zombies", ARTICLES / 2, repeated(faults, TIMES));
  }

  private static List<Fault> repeated(List<Fault> faults, int times) {
    List<Fault> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.addAll(faults);
    }
    Collections.shuffle(all, new Random(Faults.seed()));
    return all;
  }
}
