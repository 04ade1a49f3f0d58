package dev.dateline.ingest.websub;

import dev.dateline.ingest.poll.Shown;
import dev.dateline.schemas.HubState;
import dev.dateline.schemas.HubStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the subscription of a source. Pure: what happened and the time come in, a
 * decision comes out.
 */
public final class SubscriptionRules {

  private static final String UNSET = "websub.callback is not set";

  private final WebSubSettings settings;
  private final Supplier<String> tokens;

  /**
   * @param tokens gives tokens that nobody can guess
   */
  public SubscriptionRules(WebSubSettings settings, Supplier<String> tokens) {
    this.settings = settings;
    this.tokens = tokens;
  }

  /**
   * What to do.
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

    private Decision(@Nullable HubState hub, @Nullable String asked, List<String> ended) {
      this(hub, asked, ended, List.of());
    }

    /** Nothing is to be done. */
    public static Decision keep(@Nullable HubState hub) {
      return new Decision(hub, null, List.of());
    }

    /** The same, and what was decided before. */
    public Decision after(Decision other) {
      return new Decision(
          hub,
          asked,
          Stream.concat(other.ended.stream(), ended.stream()).toList(),
          Stream.concat(other.dropped.stream(), dropped.stream()).toList());
    }

    private Decision dropping(String token) {
      List<String> others = ended.stream().filter(other -> !other.equals(token)).toList();
      return new Decision(hub, asked, others, List.of(token));
    }
  }

  /**
   * When this process took in all that hubs told: it says of no other time what a hub did.
   *
   * @param since from when on
   * @param until up to when: what came later may lie unread
   */
  public record Listening(Instant since, Instant until) {}

  /** Whether a hub tells what is new. */
  public static boolean isHeld(@Nullable HubState hub) {
    return hub != null && hub.getStatus() == HubStatus.HELD;
  }

  /**
   * After a poll that the source answered with a document.
   *
   * @param listening what was published before says nothing of the hub, and what came lately may
   *     lie unread
   * @param polledBefore when the poll before this one was
   */
  public Decision afterDocument(
      @Nullable HubState before,
      Shown shown,
      Listening listening,
      @Nullable Instant polledBefore,
      Instant now) {
    if (shown.hub() == null || shown.topic() == null) {
      return afterNone(before, now);
    }
    if (before == null) {
      return goOn(found(shown, HubState.newBuilder()), now);
    }
    if (!before.getUrl().equals(shown.hub()) || !before.getTopic().equals(shown.topic())) {
      return afterAnother(before, shown, now);
    }
    HubState hub = reserving(HubState.newBuilder(before), shown);
    return isHeld(hub) && settings.callback().isPresent()
        ? judge(hub, shown.fresh(), listening, polledBefore, now)
        : goOn(hub, now);
  }

  private static HubState found(Shown shown, HubState.Builder hub) {
    return reserving(hub.setUrl(shown.hub()).setTopic(shown.topic()), shown);
  }

  /** What is known of the former hub is kept for a while, lest each answer begin anew. */
  private Decision afterNone(@Nullable HubState before, Instant now) {
    if (before == null || isSettled(before, now)) {
      return new Decision(null, null, before == null ? List.of() : leases(before));
    }
    return isTried(before)
        ? new Decision(
            without(before, HubStatus.UNUSED, "the source names none")
                .setNextAt(now.plus(settings.safetyPoll()))
                .build(),
            null,
            leases(before))
        : Decision.keep(before);
  }

  /**
   * A source that names another hub in each answer has none of them asked: what holds of one that
   * was refused holds of its successor, and one that was held or asked for a short while alone has
   * no successor yet.
   */
  private Decision afterAnother(HubState before, Shown shown, Instant now) {
    HubState found =
        found(
            shown,
            HubState.newBuilder()
                .setDelivered(before.getDelivered())
                .setNotice(before.getNotice()));
    if (isSettled(before, now)) {
      return goOn(found, now).after(left(before, "it is another one"));
    }
    return isTried(before)
        ? refuse(found, "the source names one hub after another", now)
            .after(left(before, "it is another one"))
        : Decision.keep(
            HubState.newBuilder(found)
                .setStatus(before.getStatus())
                .setReason(before.getReason())
                .setNextAt(before.getNextAt())
                .build());
  }

  private static boolean isTried(HubState hub) {
    return hub.getStatus() == HubStatus.ASKED || isHeld(hub);
  }

  /** Whether a hub was held for long, or is to be tried again now. */
  private boolean isSettled(HubState hub, Instant now) {
    return switch (hub.getStatus()) {
      case HELD ->
          isOver(later(hub.getHeldSince(), Instant.EPOCH).plus(settings.safetyPoll()), now);
      case ASKED -> false;
      case UNUSED, REFUSED, DEMOTED -> isOver(hub.getNextAt(), now);
    };
  }

  /** After a poll that the source answered with 304: nothing of it is new. */
  public Decision afterUnchanged(@Nullable HubState before, Listening listening, Instant now) {
    if (before == null) {
      return Decision.keep(null);
    }
    return isHeld(before) && settings.callback().isPresent()
        ? judge(before, List.of(), listening, null, now)
        : goOn(before, now);
  }

  private static HubState reserving(HubState.Builder hub, Shown shown) {
    return hub.setTdmReserved(shown.headers().tdmReserved())
        .setTdmPolicy(shown.headers().tdmPolicy())
        .setNoAi(shown.headers().noAi())
        .build();
  }

  /** A subscription that is not held: tried, waited for, given up. */
  private Decision goOn(HubState hub, Instant now) {
    if (settings.callback().isEmpty()) {
      return new Decision(unused(hub, UNSET), null, leases(hub));
    }
    return switch (hub.getStatus()) {
      case ASKED ->
          isOver(hub.getNextAt(), now)
              ? refuse(hub, "it did not confirm", now)
              : Decision.keep(hub);
      case UNUSED, REFUSED, DEMOTED ->
          isOver(hub.getNextAt(), now) ? ask(hub, now) : Decision.keep(hub);
      case HELD -> Decision.keep(hub);
    };
  }

  /**
   * Compares what a safety poll met with what the hub delivered. An item that is old enough was
   * kept back. Of one that is too young, or does not say how old it is, that cannot be told yet: it
   * is waited for once more, unless the hub has delivered something meanwhile.
   */
  private Decision judge(
      HubState hub,
      List<Optional<Instant>> fresh,
      Listening listening,
      @Nullable Instant polledBefore,
      Instant now) {
    Instant heldSince = later(hub.getHeldSince(), listening.since());
    Instant heard = now.isBefore(listening.until()) ? now : listening.until();
    Instant due = heard.minus(settings.grace());
    List<Instant> keptBack =
        fresh.stream()
            .flatMap(Optional::stream)
            .filter(published -> published.isAfter(heldSince) && published.isBefore(due))
            .sorted()
            .toList();
    if (!keptBack.isEmpty()) {
      return demote(
          hub, keptBack.size() + " items did not come by it, the first of " + keptBack.get(0), now);
    }
    Instant doubtedAt = hub.getDoubtedAt();
    if (doubtedAt != null && isOver(doubtedAt.plus(settings.grace()), heard)) {
      return isAfter(hub.getDeliveredAt(), doubtedAt)
          ? Decision.keep(HubState.newBuilder(hub).setDoubtedAt(null).build())
          : demote(hub, "items that were met at " + doubtedAt + " did not come by it", now);
    }
    boolean listened = isAfter(polledBefore, heldSince);
    boolean unclear =
        fresh.stream().anyMatch(item -> item.isEmpty() || item.get().isAfter(heldSince));
    boolean silent = polledBefore == null || !isAfter(hub.getDeliveredAt(), polledBefore);
    return listened && unclear && silent && doubtedAt == null
        ? Decision.keep(HubState.newBuilder(hub).setDoubtedAt(now).build())
        : Decision.keep(hub);
  }

  /** When a source that has a lease is to be polled next. */
  public Instant nextPoll(HubState held, Instant now) {
    Instant doubtedAt = held.getDoubtedAt();
    if (doubtedAt == null) {
      return now.plus(settings.safetyPoll());
    }
    Instant cleared = doubtedAt.plus(settings.grace());
    return isOver(cleared, now) ? now.plus(settings.grace()) : cleared;
  }

  /** When the lease is due: a renewal is asked for, or it is over. */
  public Decision whenDue(HubState held, Instant now) {
    Instant endsAt = later(held.getEndsAt(), Instant.EPOCH);
    if (isOver(endsAt, now)) {
      return refuse(held, "it did not renew the lease", now);
    }
    Decision ask = ask(held, now);
    return new Decision(ask.hub(), ask.asked(), pending(held));
  }

  /**
   * The hub confirmed a lease.
   *
   * @param seconds for how long it says that it serves; 0 where it does not say
   */
  public Decision confirmed(HubState hub, String token, long seconds, Instant now) {
    boolean again = token.equals(hub.getToken());
    if (!again && !token.equals(hub.getPending())) {
      return new Decision(hub, null, List.of(token));
    }
    Duration asked = seconds <= 0 ? settings.lease() : Duration.ofSeconds(seconds);
    if (asked.compareTo(settings.shortestLease()) < 0) {
      return refuse(hub, "it leases for " + seconds + " seconds alone", now);
    }
    Duration lease = asked.compareTo(settings.longestLease()) > 0 ? settings.longestLease() : asked;
    HubState held =
        HubState.newBuilder(hub)
            .setStatus(HubStatus.HELD)
            .setReason(null)
            .setToken(token)
            .setPending(again ? hub.getPending() : null)
            .setHeldSince(isHeld(hub) ? hub.getHeldSince() : now)
            .setDoubtedAt(isHeld(hub) ? hub.getDoubtedAt() : null)
            .setEndsAt(now.plus(lease))
            .setNextAt(now.plus(lease.multipliedBy(3).dividedBy(4)))
            .build();
    String former = hub.getToken();
    return new Decision(held, null, again || former == null ? List.of() : List.of(former));
  }

  /**
   * The hub denied a lease, or could not be asked for it.
   *
   * @param why as the hub says, or what went wrong
   */
  public Decision denied(HubState hub, String token, String why, Instant now) {
    if (token.equals(hub.getPending()) && isHeld(hub)) {
      return new Decision(
              HubState.newBuilder(hub).setPending(null).setReason(why).build(), null, List.of())
          .dropping(token);
    }
    boolean known = token.equals(hub.getPending()) || token.equals(hub.getToken());
    return (known ? refuse(hub, why, now) : Decision.keep(hub)).dropping(token);
  }

  /**
   * The hub is left, for a reason that has nothing to do with it.
   *
   * @param why for a person
   */
  public Decision left(HubState hub, String why) {
    return new Decision(unused(hub, why), null, leases(hub));
  }

  /** The lease that is held goes on while another one is asked for; half of what is left later. */
  private Decision ask(HubState hub, Instant now) {
    String token = tokens.get();
    HubState.Builder asked = HubState.newBuilder(hub).setPending(token);
    if (isHeld(hub)) {
      Duration left = Duration.between(now, later(hub.getEndsAt(), now));
      Duration wait = left.dividedBy(2);
      boolean worth = wait.compareTo(settings.shortestLease()) > 0;
      asked.setNextAt(now.plus(worth ? wait : left));
    } else {
      asked
          .setStatus(HubStatus.ASKED)
          .setReason("it has not confirmed yet")
          .setNextAt(now.plus(settings.grace()));
    }
    return new Decision(asked.build(), token, List.of());
  }

  private Decision refuse(HubState hub, String why, Instant now) {
    return new Decision(
        without(hub, HubStatus.REFUSED, why).setNextAt(now.plus(settings.safetyPoll())).build(),
        null,
        leases(hub));
  }

  private Decision demote(HubState hub, String why, Instant now) {
    return new Decision(
        without(hub, HubStatus.DEMOTED, why).setNextAt(now.plus(settings.retry())).build(),
        null,
        leases(hub));
  }

  private static HubState unused(HubState hub, String why) {
    return without(hub, HubStatus.UNUSED, why).setNextAt(null).build();
  }

  private static HubState.Builder without(HubState hub, HubStatus status, String why) {
    return HubState.newBuilder(hub)
        .setStatus(status)
        .setReason(why)
        .setToken(null)
        .setPending(null)
        .setHeldSince(null)
        .setDoubtedAt(null)
        .setEndsAt(null);
  }

  private static List<String> leases(HubState hub) {
    return Stream.concat(Stream.ofNullable(hub.getToken()), pending(hub).stream()).toList();
  }

  private static List<String> pending(HubState hub) {
    return Optional.ofNullable(hub.getPending()).map(List::of).orElse(List.of());
  }

  private static boolean isOver(@Nullable Instant time, Instant now) {
    return time == null || !time.isAfter(now);
  }

  private static boolean isAfter(@Nullable Instant time, Instant other) {
    return time != null && time.isAfter(other);
  }

  private static Instant later(@Nullable Instant time, Instant other) {
    return time != null && time.isAfter(other) ? time : other;
  }
}
