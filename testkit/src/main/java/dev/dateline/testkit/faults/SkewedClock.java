package dev.dateline.testkit.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * A service is killed and goes on with a clock that is off, until it is started again.
 *
 * @param library as {@link FakeClock#library} finds it
 * @param off by which its clock is ahead; negative where it is behind
 */
public record SkewedClock(Part part, Path library, Duration off) implements Fault {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern TIME =
      Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)", Pattern.MULTILINE);

  @Override
  public String name() {
    return "clock of " + part + " off by " + off;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    wire.kill(part);
    int said = wire.process(part.command()).said().length();
    ServiceProcess process =
        wire.start(part, part.command(), "", FakeClock.environment(library, off));
    // The log tells the time of the process; it is in the same zone as this one.
    Waiting.until(
        "a line of the log from another time",
        PATIENCE,
        () ->
            last(process.said().substring(said))
                .map(time -> Duration.between(LocalDateTime.now(), time).minus(off).abs())
                .filter(difference -> difference.compareTo(PATIENCE.multipliedBy(2)) < 0)
                .isPresent());
  }

  private static Optional<LocalDateTime> last(String log) {
    List<String> times = TIME.matcher(log).results().map(found -> found.group(1)).toList();
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(LocalDateTime.parse(times.get(times.size() - 1)));
  }
}
