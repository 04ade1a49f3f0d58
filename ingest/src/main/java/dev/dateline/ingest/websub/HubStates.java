package dev.dateline.ingest.websub;

import dev.dateline.schemas.HubState;
import dev.dateline.schemas.HubStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the remembered state of a hub says, and that of one without a lease. */
final class HubStates {

  private HubStates() {}

  /** Whether the hub tells what is new. */
  static boolean isHeld(@Nullable HubState hub) {
    return hub != null && hub.getStatus() == HubStatus.HELD;
  }

  /** Whether the hub was asked for a lease, and has not failed yet. */
  static boolean isTried(HubState hub) {
    return hub.getStatus() == HubStatus.ASKED || isHeld(hub);
  }

  /** Tokens of all leases of the hub. */
  static List<String> leases(HubState hub) {
    return Stream.concat(Stream.ofNullable(hub.getToken()), pending(hub).stream()).toList();
  }

  /** Token of the lease that the hub has not confirmed yet. */
  static List<String> pending(HubState hub) {
    return Optional.ofNullable(hub.getPending()).map(List::of).orElse(List.of());
  }

  /**
   * The hub without its leases.
   *
   * @param why for a person
   */
  static HubState.Builder without(HubState hub, HubStatus status, String why) {
    return HubState.newBuilder(hub)
        .setStatus(status)
        .setReason(why)
        .setToken(null)
        .setPending(null)
        .setHeldSince(null)
        .setDoubtedAt(null)
        .setEndsAt(null);
  }

  /** The hub without its leases, which may be asked again at any time. */
  static HubState unused(HubState hub, String why) {
    return without(hub, HubStatus.UNUSED, why).setNextAt(null).build();
  }
}
