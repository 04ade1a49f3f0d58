package dev.dateline.app.faults;

import dev.dateline.testkit.faults.FakeClock;
import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.Part;
import dev.dateline.testkit.faults.SkewedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Services whose clocks are hours ahead and behind; takes libfaketime. */
@Tag("faults-long")
@Timeout(7200)
class ClocksIT {

  private static final Duration OFF = Duration.ofHours(5);

  @Test
  void clocksThatAreOffChangeNothing() {
    Optional<Path> library = FakeClock.library(Faults.folder("faketime"));
    if (library.isEmpty()) {
      String message = "NOT TESTED: clocks that are off; apt-get install libfaketime";
      System.err.println(message);
      Assumptions.abort(message);
    }
    List<Fault> faults = new ArrayList<>();
    for (Part part : List.of(Part.INGEST, Part.ENRICH, Part.SINK)) {
      faults.add(new SkewedClock(part, library.get(), OFF));
      faults.add(new SkewedClock(part, library.get(), OFF.negated()));
    }
    Collections.shuffle(faults, new Random(Faults.seed()));

    Faults.run("clocks", Integer.getInteger("faults.articles", 1_000), faults);
  }
}
