package dev.dateline.ingest.websub;

import dev.dateline.schemas.HubState;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to do about the subscription of a source.
 *
 * @param hub to be remembered from now on; null where the source names no hub
 * @param asked token of a lease to ask the hub for; null where none is
 * @param ended tokens of leases to give back
 * @param dropped tokens of leases that the hub does not know
 */
public record Decision(
    @Nullable HubState hub, @Nullable String asked, List<String> ended, List<String> dropped) {

  public Decision {
    ended = List.copyOf(ended);
    dropped = List.copyOf(dropped);
  }

  /** Nothing is to be done. */
  public static Decision keep(@Nullable HubState hub) {
    return end(hub, List.of());
  }

  /** A lease is asked for. */
  static Decision ask(HubState hub, String token) {
    return new Decision(hub, token, List.of(), List.of());
  }

  /** Leases are given back. */
  static Decision end(@Nullable HubState hub, List<String> tokens) {
    return new Decision(hub, null, tokens, List.of());
  }

  /** The same, and what was decided before. */
  public Decision after(Decision other) {
    return new Decision(
        hub,
        asked,
        Stream.concat(other.ended.stream(), ended.stream()).toList(),
        Stream.concat(other.dropped.stream(), dropped.stream()).toList());
  }

  /** The same, but for a lease that the hub does not know: there is nothing to give back. */
  Decision dropping(String token) {
    List<String> others = ended.stream().filter(other -> !other.equals(token)).toList();
    return new Decision(hub, asked, others, List.of(token));
  }
}
