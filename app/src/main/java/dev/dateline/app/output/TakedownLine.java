package dev.dateline.app.output;

import dev.dateline.app.takedown.Remain;
import dev.dateline.app.takedown.Remain.Fate;
import dev.dateline.schemas.Takedown;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** Takedowns as lines for a person. */
public final class TakedownLine {

  private TakedownLine() {}

  /** One takedown. */
  public static String of(Takedown takedown) {
    return "%s  %s  %s"
        .formatted(
            ArticleLine.printable(takedown.getId()),
            takedown.getLift() == null ? "taken down" : "lifted",
            ArticleLine.printable(Objects.requireNonNullElse(takedown.getUrl(), "")))
        .stripTrailing();
  }

  /** One thing that is left. */
  public static String of(Remain remain) {
    String fate =
        switch (remain.fate()) {
          case EXPIRES -> "expires";
          case COMPACTED -> "compacted away";
          case AWAITED -> "until enrich and sink have come to it";
          case STAYS -> "stays";
        };
    return "%-45s %s: %s%s"
        .formatted(
            remain.place(),
            remain.what(),
            fate,
            remain.goneBy().map(time -> " by " + seconds(time)).orElse(""));
  }

  /**
   * All that is left in one line.
   *
   * @param tables whether tables were looked at
   */
  public static String summary(Collection<Remain> remains, boolean tables) {
    long awaited = remains.stream().filter(remain -> remain.fate() == Fate.AWAITED).count();
    Optional<Instant> last =
        remains.stream().flatMap(remain -> remain.goneBy().stream()).max(Comparator.naturalOrder());
    return (remains.isEmpty() ? "nothing is left" : remains.size() + " places left")
        + (awaited == 0 ? "" : ", " + awaited + " of them until enrich and sink have come to it")
        + last.map(time -> ", the last of what goes by itself is gone by " + seconds(time))
            .orElse("")
        + (tables ? "" : "; tables were not looked at: name them with sink.jdbc-url");
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
