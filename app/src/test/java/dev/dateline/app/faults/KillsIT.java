package dev.dateline.app.faults;

import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.Kill;
import dev.dateline.testkit.faults.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code kill -9} of every part, in an order and at times of the seed: {@code -Dfaults.kills=100
 * -Dfaults.articles=50000}.
 */
@Tag("faults")
@Timeout(7200)
class KillsIT {

  @Test
  void nothingIsLostAndNothingComesTwice() {
    int count = Integer.getInteger("faults.kills", 20);
    List<Fault> kills = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      kills.add(new Kill(Part.values()[i % Part.values().length]));
    }
    Collections.shuffle(kills, new Random(Faults.seed()));

    Faults.run("kills", Integer.getInteger("faults.articles", 2_000), kills);
  }
}
