package dev.dateline.app.faults;

import dev.dateline.app.faults.ContainerFault.Trouble;
import dev.dateline.app.wire.Containers;
import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same promises on a broker and a database in containers, which fail as containers do. */
@Tag("faults-containers")
@Timeout(7200)
class ContainersIT {

  @Test
  void nothingIsLostWhenContainersFail() {
    Containers.require();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < Integer.getInteger("faults.times", 2); i++) {
      for (Trouble trouble : Trouble.values()) {
        faults.add(new ContainerFault(Part.BROKER, trouble));
        faults.add(new ContainerFault(Part.DATABASE, trouble));
      }
    }
    Collections.shuffle(faults, new Random(Faults.seed()));

    Faults.run(
        "containers",
        Integer.getInteger("faults.articles", 4_000),
        faults,
        setup -> setup.on(ContainerServers::new));
  }
}
