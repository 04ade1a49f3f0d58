package dev.dateline.ingest.websub;

import dev.dateline.ingest.poll.Shown;
import dev.dateline.schemas.HubState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the subscription of a source. Pure: what happened and the time come in, a
 * decision comes out. The steps follow the WebSub recommendation of the W3C (2018): {@link
 * Discovery}, {@link Subscribing}, {@link IntentVerification}, {@link ContentDistribution}.
 */
public final class SubscriptionRules {

  private final WebSubSettings settings;
  private final Subscribing subscribing;
  private final Discovery discovery;
  private final IntentVerification verification;
  private final ContentDistribution distribution;

  /**
   * @param tokens gives tokens that nobody can guess
   */
  public SubscriptionRules(WebSubSettings settings, Supplier<String> tokens) {
    this.settings = settings;
    this.subscribing = new Subscribing(settings, tokens);
    this.discovery = new Discovery(settings, subscribing);
    this.verification = new IntentVerification(settings, subscribing);
    this.distribution = new ContentDistribution(settings, subscribing);
  }

  /** Whether a hub tells what is new. */
  public static boolean isHeld(@Nullable HubState hub) {
    return HubStates.isHeld(hub);
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
    if (before == null || !Discovery.isSame(before, shown)) {
      return discovery.changed(before, shown, now);
    }
    HubState hub = Discovery.reserving(HubState.newBuilder(before), shown);
    return afterPoll(hub, shown.fresh(), listening, polledBefore, now);
  }

  /** After a poll that the source answered with 304: nothing of it is new. */
  public Decision afterUnchanged(@Nullable HubState before, Listening listening, Instant now) {
    return before == null
        ? Decision.keep(null)
        : afterPoll(before, List.of(), listening, null, now);
  }

  private Decision afterPoll(
      HubState hub,
      List<Optional<Instant>> fresh,
      Listening listening,
      @Nullable Instant polledBefore,
      Instant now) {
    return isHeld(hub) && settings.callback().isPresent()
        ? distribution.judge(hub, fresh, listening, polledBefore, now)
        : subscribing.goOn(hub, now);
  }

  /** When a source that has a lease is to be polled next. */
  public Instant nextPoll(HubState held, Instant now) {
    return distribution.nextPoll(held, now);
  }

  /** When the lease is due: a renewal is asked for, or it is over. */
  public Decision whenDue(HubState held, Instant now) {
    return subscribing.whenDue(held, now);
  }

  /**
   * The hub confirmed a lease.
   *
   * @param seconds for how long it says that it serves; 0 where it does not say
   */
  public Decision confirmed(HubState hub, String token, long seconds, Instant now) {
    return verification.confirmed(hub, token, seconds, now);
  }

  /**
   * The hub denied a lease, or could not be asked for it.
   *
   * @param why as the hub says, or what went wrong
   */
  public Decision denied(HubState hub, String token, String why, Instant now) {
    return verification.denied(hub, token, why, now);
  }

  /**
   * The hub is left, for a reason that has nothing to do with it.
   *
   * @param why for a person
   */
  public Decision left(HubState hub, String why) {
    return subscribing.left(hub, why);
  }
}
