package dev.dateline.ingest.websub;

import dev.dateline.schemas.HubState;
import dev.dateline.schemas.HubStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * When a hub is asked for a lease, asked for another one before that is over, and left (WebSub,
 * section 5: Subscribing and Unsubscribing). A renewal is a new lease, under a token of its own.
 */
final class Subscribing {

  private static final String UNSET = "websub.callback is not set";

  private final WebSubSettings settings;
  private final Supplier<String> tokens;

  /**
   * @param tokens gives tokens that nobody can guess
   */
  Subscribing(WebSubSettings settings, Supplier<String> tokens) {
    this.settings = settings;
    this.tokens = tokens;
  }

  /** A subscription that is not held: tried, waited for, given up. */
  Decision goOn(HubState hub, Instant now) {
    if (settings.callback().isEmpty()) {
      return left(hub, UNSET);
    }
    return switch (hub.getStatus()) {
      case ASKED ->
          Instants.isOver(hub.getNextAt(), now)
              ? refuse(hub, "it did not confirm", now)
              : Decision.keep(hub);
      case UNUSED, REFUSED, DEMOTED ->
          Instants.isOver(hub.getNextAt(), now) ? ask(hub, now) : Decision.keep(hub);
      case HELD -> Decision.keep(hub);
    };
  }

  /** When the lease is due: a renewal is asked for, or it is over. */
  Decision whenDue(HubState held, Instant now) {
    Instant endsAt = Instants.later(held.getEndsAt(), Instant.EPOCH);
    if (Instants.isOver(endsAt, now)) {
      return refuse(held, "it did not renew the lease", now);
    }
    return ask(held, now).after(Decision.end(held, HubStates.pending(held)));
  }

  /** The lease that is held goes on while another one is asked for; half of what is left later. */
  private Decision ask(HubState hub, Instant now) {
    String token = tokens.get();
    HubState.Builder asked = HubState.newBuilder(hub).setPending(token);
    if (HubStates.isHeld(hub)) {
      Duration left = Duration.between(now, Instants.later(hub.getEndsAt(), now));
      Duration wait = left.dividedBy(2);
      boolean worth = wait.compareTo(settings.shortestLease()) > 0;
      asked.setNextAt(now.plus(worth ? wait : left));
    } else {
      asked
          .setStatus(HubStatus.ASKED)
          .setReason("it has not confirmed yet")
          .setNextAt(now.plus(settings.grace()));
    }
    return Decision.ask(asked.build(), token);
  }

  /** The hub does not serve; it is asked again once a safety poll would be due. */
  Decision refuse(HubState hub, String why, Instant now) {
    return Decision.end(
        HubStates.without(hub, HubStatus.REFUSED, why)
            .setNextAt(now.plus(settings.safetyPoll()))
            .build(),
        HubStates.leases(hub));
  }

  /** The hub served, and kept items back: it is left for a long time. */
  Decision demote(HubState hub, String why, Instant now) {
    return Decision.end(
        HubStates.without(hub, HubStatus.DEMOTED, why)
            .setNextAt(now.plus(settings.retry()))
            .build(),
        HubStates.leases(hub));
  }

  /** The hub is left, for a reason that has nothing to do with it. */
  Decision left(HubState hub, String why) {
    return Decision.end(HubStates.unused(hub, why), HubStates.leases(hub));
  }
}
