package dev.dateline.ingest.websub;

import dev.dateline.schemas.HubState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a hub delivers all that is new (WebSub, section 7: Content Distribution). A hub may give
 * a delivery up after some attempts, and tells nobody: safety polls compare.
 */
final class ContentDistribution {

  private final WebSubSettings settings;
  private final Subscribing subscribing;

  ContentDistribution(WebSubSettings settings, Subscribing subscribing) {
    this.settings = settings;
    this.subscribing = subscribing;
  }

  /**
   * Compares what a safety poll met with what the hub delivered. An item that is old enough was
   * kept back. Of one that is too young, or does not say how old it is, that cannot be told yet: it
   * is waited for once more, unless the hub has delivered something meanwhile.
   *
   * @param fresh when the items were published that were not known before the poll
   * @param polledBefore when the poll before this one was
   */
  Decision judge(
      HubState held,
      List<Optional<Instant>> fresh,
      Listening listening,
      @Nullable Instant polledBefore,
      Instant now) {
    Instant heldSince = Instants.later(held.getHeldSince(), listening.since());
    Instant heard = now.isBefore(listening.until()) ? now : listening.until();
    List<Instant> keptBack = keptBack(fresh, heldSince, heard.minus(settings.grace()));
    if (!keptBack.isEmpty()) {
      return subscribing.demote(
          held,
          keptBack.size() + " items did not come by it, the first of " + keptBack.get(0),
          now);
    }
    Instant doubtedAt = held.getDoubtedAt();
    if (doubtedAt != null && Instants.isOver(doubtedAt.plus(settings.grace()), heard)) {
      return Instants.isAfter(held.getDeliveredAt(), doubtedAt)
          ? Decision.keep(HubState.newBuilder(held).setDoubtedAt(null).build())
          : subscribing.demote(
              held, "items that were met at " + doubtedAt + " did not come by it", now);
    }
    return doubtedAt == null && isDoubtful(held, fresh, heldSince, polledBefore)
        ? Decision.keep(HubState.newBuilder(held).setDoubtedAt(now).build())
        : Decision.keep(held);
  }

  /** Items that the hub should have delivered by now, the oldest first. */
  private static List<Instant> keptBack(
      List<Optional<Instant>> fresh, Instant heldSince, Instant due) {
    return fresh.stream()
        .flatMap(Optional::stream)
        .filter(published -> published.isAfter(heldSince) && published.isBefore(due))
        .sorted()
        .toList();
  }

  /** Whether there are items that may yet come, of a hub that was silent since the last poll. */
  private static boolean isDoubtful(
      HubState held,
      List<Optional<Instant>> fresh,
      Instant heldSince,
      @Nullable Instant polledBefore) {
    boolean listened = Instants.isAfter(polledBefore, heldSince);
    boolean unclear =
        fresh.stream().anyMatch(item -> item.isEmpty() || item.get().isAfter(heldSince));
    boolean silent = polledBefore == null || !Instants.isAfter(held.getDeliveredAt(), polledBefore);
    return listened && unclear && silent;
  }

  /** When a source that has a lease is to be polled next. */
  Instant nextPoll(HubState held, Instant now) {
    Instant doubtedAt = held.getDoubtedAt();
    if (doubtedAt == null) {
      return now.plus(settings.safetyPoll());
    }
    Instant cleared = doubtedAt.plus(settings.grace());
    return Instants.isOver(cleared, now) ? now.plus(settings.grace()) : cleared;
  }
}
