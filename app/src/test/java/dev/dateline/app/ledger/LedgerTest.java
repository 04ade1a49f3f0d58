package dev.dateline.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.runtime.ledger.Counts;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final Counts PUBLISHED = new Counts(12, 10, 0, 1, 1);

  @Test
  void whatCameToAnEndOrIsOnItsWayMakesNoDifference() {
    Ledger ledger =
        new Ledger(
            Map.of("feed", PUBLISHED),
            Map.of("feed", new Counts(8, 5, 1, 1, 1)),
            Optional.of(Map.of("feed", new Counts(6, 2, 2, 1, 1))),
            Map.of(Stage.ENRICH, Map.of("feed", 2L), Stage.SINK, Map.of("feed", 1L)));

    assertThat(ledger.entries())
        .extracting(Entry::stage)
        .containsExactly(Stage.INGEST, Stage.ENRICH, Stage.SINK);
    assertThat(ledger.entries()).allMatch(entry -> entry.difference() == 0);
  }

  @Test
  void whatIsNowhereIsADifferenceInTheStageThatLostIt() {
    Ledger ledger =
        new Ledger(
            Map.of("feed", PUBLISHED),
            Map.of("feed", new Counts(9, 7, 1, 0, 0)),
            Optional.of(Map.of("feed", new Counts(8, 8, 0, 0, 0))),
            Map.of());

    assertThat(ledger.entries())
        .extracting(Entry::difference)
        .as("one never came and one has no outcome; one row too many")
        .containsExactly(0L, 2L, -1L);
    assertThat(ledger.difference(Stage.ENRICH)).isEqualTo(2);
    assertThat(ledger.difference(Stage.SINK)).isEqualTo(1);
  }

  @Test
  void differencesOfTwoSourcesDoNotCancelOut() {
    Ledger ledger =
        new Ledger(
            Map.of("a", new Counts(1, 1, 0, 0, 0), "b", new Counts(1, 1, 0, 0, 0)),
            Map.of("a", new Counts(2, 2, 0, 0, 0)),
            Optional.empty(),
            Map.of());

    assertThat(ledger.entries()).hasSize(4);
    assertThat(ledger.difference(Stage.ENRICH)).isEqualTo(2);
  }

  @Test
  void whatNamesNoSourceWasHandedOnByNobody() {
    Ledger ledger =
        new Ledger(
            Map.of(),
            Map.of("", new Counts(3, 0, 0, 3, 0)),
            Optional.of(Map.of("", new Counts(2, 0, 1, 1, 0))),
            Map.of(Stage.ENRICH, Map.of("", 1L)));

    assertThat(ledger.entries()).allMatch(entry -> entry.difference() == 0);
  }
}
