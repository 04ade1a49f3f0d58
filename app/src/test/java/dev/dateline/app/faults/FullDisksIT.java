package dev.dateline.app.faults;

import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.FullDisk;
import dev.dateline.testkit.faults.Part;
import dev.dateline.testkit.faults.SmallDisk;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small file systems under the parts that keep something; takes root, which may mount them. */
@Tag("faults-long")
@Timeout(7200)
class FullDisksIT {

  private static final int ARTICLES = Integer.getInteger("faults.articles", 500);
  private static final int TIMES = Integer.getInteger("faults.times", 3);

  @ParameterizedTest
  @CsvSource({"BROKER, 768", "DATABASE, 768", "ENRICH, 128"})
  void aFullDiskStopsThePartUntilThereIsRoom(Part part, int megabytes) {
    if (!SmallDisk.isPossible(Faults.folder("disk"))) {
      String message = "NOT TESTED: a full disk under " + part + "; mounting tmpfs takes root";
      System.err.println(message);
      Assumptions.abort(message);
    }
    List<Fault> faults = Collections.nCopies(TIMES, new FullDisk(part));

    Faults.run("disk-" + part, ARTICLES, faults, setup -> setup.onDisk(part, megabytes));
  }
}
