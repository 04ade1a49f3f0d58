package dev.dateline.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.fetch.FetchHeaders;
import dev.dateline.ingest.poll.Shown;
import dev.dateline.schemas.HubState;
import dev.dateline.schemas.HubStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionRulesTest {

  private static final Instant T0 = Instant.parse("2026-11-20T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String HUB = "https://hub.example/";
  private static final String TOPIC = "https://paper.example/feed";

  /** Since the first moment, without a break. */
  private static final Listening LISTENING = new Listening(T0, Instant.MAX);

  private final AtomicInteger tokens = new AtomicInteger();
  private final SubscriptionRules rules = rules(Optional.of("https://news.example/websub"));

  private SubscriptionRules rules(Optional<String> callback) {
    return new SubscriptionRules(
        new WebSubSettings(callback, DAY, HOUR, DAY.multipliedBy(7), DAY.multipliedBy(14)),
        () -> "token-" + tokens.incrementAndGet());
  }

  private static Shown shown(@Nullable String hub, List<Optional<Instant>> fresh) {
    return new Shown(
        hub, TOPIC, fresh, new FetchHeaders(null, null, null, null, true, null, false, Map.of()));
  }

  private Decision poll(@Nullable HubState hub, Instant now, Instant... fresh) {
    List<Optional<Instant>> all = List.of(fresh).stream().map(Optional::of).toList();
    return rules.afterDocument(hub, shown(HUB, all), LISTENING, now.minus(DAY), now);
  }

  /** A lease of 7 days from T0 on. */
  private HubState held() {
    tokens.set(0);
    HubState asked = poll(null, T0).hub();
    return rules.confirmed(asked, "token-1", DAY.multipliedBy(7).toSeconds(), T0).hub();
  }

  @Test
  void withoutACallbackAddressNoHubIsAskedAndTheReasonIsTold() {
    Decision decision =
        rules(Optional.empty()).afterDocument(null, shown(HUB, List.of()), LISTENING, null, T0);
    assertThat(decision.asked()).isNull();
    assertThat(decision.hub().getStatus()).isEqualTo(HubStatus.UNUSED);
    assertThat(decision.hub().getReason()).contains("websub.callback");
  }

  @Test
  void aSourceWithoutAHubHasNone() {
    Decision decision = rules.afterDocument(null, shown(null, List.of()), LISTENING, null, T0);
    assertThat(decision.hub()).isNull();
    assertThat(decision.asked()).isNull();
  }

  @Test
  void aHubThatIsNamedIsAskedAndHeldOnceItConfirms() {
    Decision first = poll(null, T0);
    assertThat(first.asked()).isEqualTo("token-1");
    assertThat(first.hub().getStatus()).isEqualTo(HubStatus.ASKED);
    assertThat(first.hub().getTdmReserved()).isTrue();

    HubState held = held();
    assertThat(held.getStatus()).isEqualTo(HubStatus.HELD);
    assertThat(held.getEndsAt()).isEqualTo(T0.plus(DAY.multipliedBy(7)));
    assertThat(rules.nextPoll(held, T0)).isEqualTo(T0.plus(DAY));
  }

  @Test
  void aLeaseIsNoLongerThanBoundedAndTheDefaultWhereNoneIsSaid() {
    HubState asked = poll(null, T0).hub();
    assertThat(rules.confirmed(asked, "token-1", 9_999_999_999L, T0).hub().getEndsAt())
        .isEqualTo(T0.plus(DAY.multipliedBy(28)));
    assertThat(rules.confirmed(asked, "token-1", 0, T0).hub().getEndsAt())
        .isEqualTo(T0.plus(DAY.multipliedBy(7)));
    Decision tooShort = rules.confirmed(asked, "token-1", 30, T0);
    assertThat(tooShort.hub().getStatus()).isEqualTo(HubStatus.REFUSED);
    assertThat(tooShort.ended()).containsExactly("token-1");
  }

  @Test
  void aHubThatDoesNotConfirmIsGivenUpAndTriedAgainTheNextDay() {
    HubState asked = poll(null, T0).hub();
    assertThat(poll(asked, T0.plusSeconds(60)).hub().getStatus()).isEqualTo(HubStatus.ASKED);

    Decision late = poll(asked, T0.plus(HOUR));
    assertThat(late.hub().getStatus()).isEqualTo(HubStatus.REFUSED);
    assertThat(late.ended()).containsExactly("token-1");
    assertThat(rules.afterUnchanged(late.hub(), LISTENING, T0.plus(HOUR).plus(HOUR)).asked())
        .isNull();
    assertThat(rules.afterUnchanged(late.hub(), LISTENING, T0.plus(HOUR).plus(DAY)).asked())
        .isEqualTo("token-2");
  }

  @Test
  void aDenialIsRemembered() {
    HubState asked = poll(null, T0).hub();
    Decision denied = rules.denied(asked, "token-1", "it denies: not here", T0);
    assertThat(denied.hub().getStatus()).isEqualTo(HubStatus.REFUSED);
    assertThat(denied.hub().getReason()).isEqualTo("it denies: not here");
    assertThat(denied.dropped()).containsExactly("token-1");
    assertThat(denied.ended()).isEmpty();
    assertThat(rules.denied(asked, "another", "it denies", T0).hub()).isEqualTo(asked);
  }

  @Test
  void aConfirmationThatNobodyAskedForChangesNothing() {
    HubState held = held();
    Decision decision = rules.confirmed(held, "another", 60, T0);
    assertThat(decision.hub()).isEqualTo(held);
    assertThat(decision.ended()).containsExactly("another");
  }

  @Test
  void aLeaseIsRenewedBeforeItEndsAndTheFormerOneGivenBackThen() {
    HubState held = held();
    Instant due = held.getNextAt();
    assertThat(due).isBefore(held.getEndsAt());

    Decision renewal = rules.whenDue(held, due);
    assertThat(renewal.asked()).isEqualTo("token-2");
    assertThat(renewal.ended()).isEmpty();
    assertThat(renewal.hub().getStatus()).isEqualTo(HubStatus.HELD);

    Decision renewed = rules.confirmed(renewal.hub(), "token-2", DAY.toSeconds(), due);
    assertThat(renewed.hub().getToken()).isEqualTo("token-2");
    assertThat(renewed.hub().getHeldSince()).isEqualTo(T0);
    assertThat(renewed.hub().getEndsAt()).isEqualTo(due.plus(DAY));
    assertThat(renewed.ended()).containsExactly("token-1");
  }

  @Test
  void aRenewalThatIsNotConfirmedIsAskedForAgainAndGivenUpWhenTheLeaseEnds() {
    HubState once = rules.whenDue(held(), held().getNextAt()).hub();
    assertThat(once.getNextAt()).isBefore(once.getEndsAt());

    Decision twice = rules.whenDue(once, once.getNextAt());
    assertThat(twice.asked()).isNotNull();
    assertThat(twice.ended()).containsExactly(once.getPending());

    Decision over = rules.whenDue(twice.hub(), once.getEndsAt());
    assertThat(over.hub().getStatus()).isEqualTo(HubStatus.REFUSED);
    assertThat(over.hub().getReason()).contains("renew");
  }

  @Test
  void anItemThatTheHubKeptBackDemotesItForALongTime() {
    Instant now = T0.plus(DAY);
    Decision demoted = poll(held(), now, now.minus(HOUR).minusSeconds(1));
    assertThat(demoted.hub().getStatus()).isEqualTo(HubStatus.DEMOTED);
    assertThat(demoted.hub().getReason()).contains("1 items");
    assertThat(demoted.ended()).containsExactly("token-1");

    assertThat(poll(demoted.hub(), now.plus(DAY.multipliedBy(13))).asked()).isNull();
    assertThat(poll(demoted.hub(), now.plus(DAY.multipliedBy(14))).asked()).isNotNull();
  }

  @Test
  void whatWasPublishedBeforeTheLeaseOrBeforeWeListenedSaysNothingOfTheHub() {
    Instant now = T0.plus(DAY);
    assertThat(poll(held(), now, T0.minusSeconds(1)).hub()).isEqualTo(held());

    Shown missed = shown(HUB, List.of(Optional.of(T0.plus(HOUR))));
    Listening since = new Listening(T0.plus(HOUR.multipliedBy(2)), Instant.MAX);
    assertThat(rules.afterDocument(held(), missed, since, now.minus(DAY), now).hub().getStatus())
        .isEqualTo(HubStatus.HELD);
  }

  @Test
  void anItemThatIsYoungOrUndatedIsWaitedForOnceMore() {
    Instant now = T0.plus(DAY.multipliedBy(2));
    for (Optional<Instant> item : List.of(Optional.<Instant>empty(), Optional.of(now))) {
      HubState doubted =
          rules
              .afterDocument(held(), shown(HUB, List.of(item)), LISTENING, now.minus(DAY), now)
              .hub();
      assertThat(doubted.getStatus()).isEqualTo(HubStatus.HELD);
      assertThat(rules.nextPoll(doubted, now)).isEqualTo(now.plus(HOUR));

      assertThat(rules.afterUnchanged(doubted, LISTENING, now.plus(HOUR)).hub().getStatus())
          .isEqualTo(HubStatus.DEMOTED);

      HubState delivered = HubState.newBuilder(doubted).setDeliveredAt(now.plusSeconds(60)).build();
      HubState cleared = rules.afterUnchanged(delivered, LISTENING, now.plus(HOUR)).hub();
      assertThat(cleared.getStatus()).isEqualTo(HubStatus.HELD);
      assertThat(rules.nextPoll(cleared, now)).isEqualTo(now.plus(DAY));
    }
  }

  @Test
  void aHubThatDeliversIsNotDoubtedForAnItemThatIsOnItsWay() {
    Instant now = T0.plus(DAY.multipliedBy(2));
    HubState busy = HubState.newBuilder(held()).setDeliveredAt(now.minus(HOUR)).build();
    assertThat(poll(busy, now, now.minusSeconds(5)).hub()).isEqualTo(busy);
  }

  @Test
  void aSourceThatNamesAnotherHubOrNoneGivesTheLeaseBack() {
    Decision other =
        rules.afterDocument(
            held(), shown("https://other.example/", List.of()), LISTENING, T0, T0.plus(DAY));
    assertThat(other.asked()).isNotNull();
    assertThat(other.ended()).containsExactly("token-1");
    assertThat(other.hub().getUrl()).isEqualTo("https://other.example/");

    Decision none =
        rules.afterDocument(held(), shown(null, List.of()), LISTENING, T0, T0.plus(DAY));
    assertThat(none.hub()).isNull();
    assertThat(none.ended()).containsExactly("token-1");
  }

  @Test
  void aSourceThatNamesAnotherHubInEachAnswerHasOneAskedADay() {
    int asked = 0;
    HubState hub = null;
    for (int hours = 0; hours < 72; hours++) {
      Instant now = T0.plus(HOUR.multipliedBy(hours));
      Shown shown = shown(hours % 3 == 2 ? null : "https://hub" + hours + ".example/", List.of());
      Decision decision = rules.afterDocument(hub, shown, LISTENING, now.minus(HOUR), now);
      hub = decision.hub();
      if (decision.asked() != null) {
        asked++;
        hub = rules.confirmed(hub, decision.asked(), 0, now).hub();
      }
    }
    assertThat(asked).isBetween(2, 3);
  }

  @Test
  void theSuccessorOfAHubThatKeptItemsBackIsNotBelievedEither() {
    Instant now = T0.plus(DAY);
    HubState demoted = poll(held(), now, now.minus(HOUR).minusSeconds(1)).hub();
    Shown successor = shown("https://hub.example/?session=2", List.of());
    Decision decision =
        rules.afterDocument(demoted, successor, LISTENING, now, now.plus(DAY.multipliedBy(2)));
    assertThat(decision.asked()).isNull();
    assertThat(decision.hub().getStatus()).isEqualTo(HubStatus.DEMOTED);
    assertThat(decision.hub().getNextAt()).isEqualTo(demoted.getNextAt());
    assertThat(decision.hub().getUrl()).isEqualTo("https://hub.example/?session=2");
    assertThat(
            rules
                .afterDocument(
                    decision.hub(), successor, LISTENING, now, now.plus(DAY.multipliedBy(14)))
                .asked())
        .isNotNull();
  }

  @Test
  void aHubIsNotBlamedForWhatMayLieUnread() {
    Instant now = T0.plus(DAY);
    Listening behind = new Listening(T0, now.minus(HOUR.multipliedBy(3)));
    Shown late = shown(HUB, List.of(Optional.of(now.minus(HOUR.multipliedBy(2)))));
    HubState hub = rules.afterDocument(held(), late, behind, now.minus(DAY), now).hub();
    assertThat(hub.getStatus()).isEqualTo(HubStatus.HELD);

    HubState doubted = HubState.newBuilder(held()).setDoubtedAt(now.minus(HOUR)).build();
    assertThat(rules.afterUnchanged(doubted, behind, now).hub()).isEqualTo(doubted);
    assertThat(rules.nextPoll(doubted, now)).isEqualTo(now.plus(HOUR));
    assertThat(rules.afterUnchanged(doubted, LISTENING, now).hub().getStatus())
        .isEqualTo(HubStatus.DEMOTED);
  }
}
