package dev.dateline.ingest.websub;

import dev.dateline.schemas.HubState;
import dev.dateline.schemas.HubStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a hub answers to a subscription request: that it denies it (WebSub, section 5.2:
 * Subscription Validation), or that and for how long it serves (section 5.3: Hub Verifies Intent of
 * the Subscriber).
 */
final class IntentVerification {

  private final WebSubSettings settings;
  private final Subscribing subscribing;

  IntentVerification(WebSubSettings settings, Subscribing subscribing) {
    this.settings = settings;
    this.subscribing = subscribing;
  }

  /** The hub confirmed a lease; the former one is given back then. */
  Decision confirmed(HubState hub, String token, long seconds, Instant now) {
    boolean again = token.equals(hub.getToken());
    if (!again && !token.equals(hub.getPending())) {
      return Decision.end(hub, List.of(token));
    }
    Duration asked = seconds <= 0 ? settings.lease() : Duration.ofSeconds(seconds);
    if (asked.compareTo(settings.shortestLease()) < 0) {
      return subscribing.refuse(hub, "it leases for " + seconds + " seconds alone", now);
    }
    Duration lease = asked.compareTo(settings.longestLease()) > 0 ? settings.longestLease() : asked;
    String former = hub.getToken();
    return Decision.end(
        held(hub, token, lease, now), again || former == null ? List.of() : List.of(former));
  }

  /** Renewed well before it ends: the hub may be away for a while. */
  private static HubState held(HubState hub, String token, Duration lease, Instant now) {
    boolean again = token.equals(hub.getToken());
    boolean renewed = HubStates.isHeld(hub);
    return HubState.newBuilder(hub)
        .setStatus(HubStatus.HELD)
        .setReason(null)
        .setToken(token)
        .setPending(again ? hub.getPending() : null)
        .setHeldSince(renewed ? hub.getHeldSince() : now)
        .setDoubtedAt(renewed ? hub.getDoubtedAt() : null)
        .setEndsAt(now.plus(lease))
        .setNextAt(now.plus(lease.multipliedBy(3).dividedBy(4)))
        .build();
  }

  /** The hub denied a lease, or could not be asked for it; one that is held goes on. */
  Decision denied(HubState hub, String token, String why, Instant now) {
    if (token.equals(hub.getPending()) && HubStates.isHeld(hub)) {
      return Decision.keep(HubState.newBuilder(hub).setPending(null).setReason(why).build())
          .dropping(token);
    }
    boolean known = token.equals(hub.getPending()) || token.equals(hub.getToken());
    return (known ? subscribing.refuse(hub, why, now) : Decision.keep(hub)).dropping(token);
  }
}
