package dev.dateline.app.faults;

import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.LeaderKill;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three brokers, three replicas, two of which must have what is written: leaders are killed. */
@Tag("faults-long")
@Timeout(7200)
class LeadersIT {

  private static final int BROKERS = 3;

  @Test
  void nothingIsLostWithALeader() {
    List<Fault> kills =
        Collections.nCopies(Integer.getInteger("faults.kills", 20), new LeaderKill());

    Faults.run(
        "leaders",
        Integer.getInteger("faults.articles", 2_000),
        kills,
        setup -> setup.replicated(BROKERS));
  }
}
