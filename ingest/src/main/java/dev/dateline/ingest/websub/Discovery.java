package dev.dateline.ingest.websub;

import dev.dateline.ingest.poll.Shown;
import dev.dateline.schemas.HubState;
import dev.dateline.schemas.HubStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which hub and topic a source names (WebSub, section 4: Discovery), and what of the former one.
 */
final class Discovery {

  private final WebSubSettings settings;
  private final Subscribing subscribing;

  Discovery(WebSubSettings settings, Subscribing subscribing) {
    this.settings = settings;
    this.subscribing = subscribing;
  }

  /** Whether a document names the hub and the topic that are known. */
  static boolean isSame(HubState hub, Shown shown) {
    return hub.getUrl().equals(shown.hub()) && hub.getTopic().equals(shown.topic());
  }

  /** A hub with what the last document reserves: the hub passes on the document alone. */
  static HubState reserving(HubState.Builder hub, Shown shown) {
    return hub.setTdmReserved(shown.headers().tdmReserved())
        .setTdmPolicy(shown.headers().tdmPolicy())
        .setNoAi(shown.headers().noAi())
        .build();
  }

  /**
   * A document names another hub than the one that is known, or one for the first time, or none.
   */
  Decision changed(@Nullable HubState before, Shown shown, Instant now) {
    if (shown.hub() == null || shown.topic() == null) {
      return none(before, now);
    }
    return before == null
        ? subscribing.goOn(found(shown, HubState.newBuilder()), now)
        : another(before, shown, now);
  }

  private static HubState found(Shown shown, HubState.Builder hub) {
    return reserving(hub.setUrl(shown.hub()).setTopic(shown.topic()), shown);
  }

  /** What is known of the former hub is kept for a while, lest each answer begin anew. */
  private Decision none(@Nullable HubState before, Instant now) {
    if (before == null || isSettled(before, now)) {
      return Decision.end(null, before == null ? List.of() : HubStates.leases(before));
    }
    return HubStates.isTried(before)
        ? Decision.end(
            HubStates.without(before, HubStatus.UNUSED, "the source names none")
                .setNextAt(now.plus(settings.safetyPoll()))
                .build(),
            HubStates.leases(before))
        : Decision.keep(before);
  }

  /**
   * A source that names another hub in each answer has none of them asked: what holds of one that
   * was refused holds of its successor, and one that was held or asked for a short while alone has
   * no successor yet.
   */
  private Decision another(HubState before, Shown shown, Instant now) {
    HubState found =
        found(
            shown,
            HubState.newBuilder()
                .setDelivered(before.getDelivered())
                .setNotice(before.getNotice()));
    if (isSettled(before, now)) {
      return subscribing.goOn(found, now).after(subscribing.left(before, "it is another one"));
    }
    return HubStates.isTried(before)
        ? subscribing
            .refuse(found, "the source names one hub after another", now)
            .after(subscribing.left(before, "it is another one"))
        : Decision.keep(
            HubState.newBuilder(found)
                .setStatus(before.getStatus())
                .setReason(before.getReason())
                .setNextAt(before.getNextAt())
                .build());
  }

  /** Whether a hub was held for long, or is to be tried again now. */
  private boolean isSettled(HubState hub, Instant now) {
    return switch (hub.getStatus()) {
      case HELD ->
          Instants.isOver(
              Instants.later(hub.getHeldSince(), Instant.EPOCH).plus(settings.safetyPoll()), now);
      case ASKED -> false;
      case UNUSED, REFUSED, DEMOTED -> Instants.isOver(hub.getNextAt(), now);
    };
  }
}
