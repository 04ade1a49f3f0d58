package dev.dateline.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.testkit.faults.Memory;
import dev.dateline.testkit.faults.NewsModel;
import dev.dateline.testkit.faults.Soak;
import dev.dateline.testkit.faults.Violation;
import dev.dateline.testkit.faults.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Articles at a steady pace: {@code -Dfaults.soak=60m -Dfaults.pace=20} (stories a second). */
@Tag("faults-soak")
@Timeout(14_400)
class SoakIT {

  @Test
  void memoryStaysFlat() {
    Duration time =
        Duration.parse("PT" + System.getProperty("faults.soak", "60m").toUpperCase(Locale.ROOT));
    int pace = Integer.getInteger("faults.pace", 20);
    NewsModel model = NewsModel.of(Faults.seed(), (int) (pace * time.toSeconds()));
    System.out.println("soak seed=" + Faults.seed() + " revisions=" + model.versions());
    try (Wire wire = Wire.start(Faults.setup("soak"))) {
      Soak soak = new Soak(wire, model);

      List<Violation> violations = soak.run(time);

      System.out.println(
          "| Process | Resident | growth in the second half | Live objects | growth |\n"
              + "|---|---|---|---|---|");
      soak.memory().forEach(System.out::println);
      assertThat(violations).as("seed " + Faults.seed()).isEmpty();
      assertThat(soak.memory()).as("flat memory").allMatch(Memory::isFlat);
    }
  }
}
