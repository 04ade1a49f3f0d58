package dev.dateline.app.faults;

import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.Kill;
import dev.dateline.testkit.faults.Part;
import dev.dateline.testkit.faults.Upgrade;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * All services begin with an earlier build, and are replaced one by one while articles are in
 * flight: {@code -Dfaults.previous=REVISION}, or the folder of a build.
 */
@Tag("faults-long")
@Timeout(7200)
class UpgradeIT {

  @Test
  void aRollingUpgradeLosesNothing() throws Exception {
    try (EarlierBuild earlier =
        EarlierBuild.of(System.getProperty("faults.previous", "HEAD~1"), Faults.product())) {
      Path build = earlier.folder();
      List<Fault> faults =
          List.of(
              new Upgrade(Part.SINK),
              new Upgrade(Part.ENRICH),
              new Upgrade(Part.INGEST),
              new Kill(Part.ENRICH));

      Faults.run(
          "upgrade",
          Integer.getInteger("faults.articles", 1_000),
          faults,
          setup -> setup.upgradedFrom(build));
    }
  }
}
