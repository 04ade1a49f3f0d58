package dev.dateline.testkit.faults;

import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Waits until the wire is at rest, and asks the oracle. */
final class Verdict {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final Duration POLL = Duration.ofSeconds(1);

  private Verdict() {}

  /** What is wrong; a wire that does not come to rest is judged as it stands. */
  static List<Violation> of(Wire wire, NewsModel model) {
    List<Violation> violations = new ArrayList<>();
    try {
      // In this order: what ingest brings after a look at the ends would count as stored.
      Waiting.until(
          "a wire at rest", PATIENCE, POLL, () -> observed(wire, model) && isAtRest(wire));
    } catch (StalledException e) {
      violations.add(new Violation(Violation.Rule.STALLED, "", e.getMessage()));
    }
    violations.addAll(Oracle.judge(model, wire.tables(), wire.log(), wire.poison()));
    violations.addAll(wire.audit().violations());
    return violations;
  }

  /** Whether ingest has brought every version of every story to its topic. */
  private static boolean observed(Wire wire, NewsModel model) {
    Set<Map.Entry<String, String>> seen = Set.copyOf(wire.log().observations());
    return model.stories().values().stream()
        .allMatch(
            story ->
                story.versions().stream()
                    .allMatch(
                        version -> seen.contains(Map.entry(story.url(), version.observed()))));
  }

  private static boolean isAtRest(Wire wire) {
    Log log = wire.log();
    return hasReached(log.enrichOffsets(), log.ends(Topics.ARTICLE))
        && hasReached(wire.tables().nextOffsets(), log.ends(Topics.ENRICHED))
        && log.deadLetters().size() >= wire.poison().size();
  }

  private static boolean hasReached(Map<Integer, Long> offsets, Map<Integer, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(
            end -> end.getValue() == 0 || offsets.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
