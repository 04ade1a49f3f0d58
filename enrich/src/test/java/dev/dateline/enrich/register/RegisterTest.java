package dev.dateline.enrich.register;

import static dev.dateline.enrich.register.Observations.deleted;
import static dev.dateline.enrich.register.Observations.minute;
import static dev.dateline.enrich.register.Observations.of;
import static dev.dateline.enrich.register.Observations.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.register.Decision.Created;
import dev.dateline.enrich.register.Decision.Deleted;
import dev.dateline.enrich.register.Decision.Historical;
import dev.dateline.enrich.register.Decision.Repeat;
import dev.dateline.enrich.register.Decision.Revised;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.RegisterEntry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterTest {

  private @Nullable RegisterEntry entry;

  @Test
  void theFirstObservationCreates() {
    assertThat(take(seen("feed", "one", 0))).isInstanceOf(Created.class);
    assertThat(entry.getRevision()).isEqualTo(1);
    assertThat(entry.getSubjects()).containsExactly("medtop:15000000");
  }

  @Test
  void theSameAgainIsARepeatAndMovesTheLatestInTime() {
    take(seen("feed", "one", 0));

    assertThat(take(seen("feed", "one", 5))).isInstanceOf(Repeat.class);
    assertThat(entry.getRevision()).isEqualTo(1);
    assertThat(entry.getLatestObservedAt()).isEqualTo(minute(5));
    assertThat(take(seen("feed", "between", 3))).isInstanceOf(Historical.class);
  }

  @Test
  void anExactRedeliveryWritesNothing() {
    Article observation = seen("feed", "one", 0);
    take(observation);

    Decision decision = Register.decide(entry, observation);

    assertThat(Register.apply(entry, observation, decision, List.of())).isEmpty();
  }

  /** As a folder is after a restart: what a file says has the time of that file. */
  @Test
  void aHistoryThatIsReadAgainIsNoNews() {
    List<Article> history =
        List.of(seen("folder", "one", 0), seen("folder", "two", 0), deleted("folder", 1));
    history.forEach(this::take);

    assertThat(history).allSatisfy(again -> assertThat(take(again)).isInstanceOf(Repeat.class));
    assertThat(entry.getRevision()).isEqualTo(3);
  }

  @Test
  void newContentRevisesAndNamesTheFields() {
    take(seen("feed", "one", 0));

    Decision decision =
        take(of("feed", "two", 1).setTitle("Other").setAuthors(List.of("Ann")).build());

    assertThat(decision)
        .isInstanceOfSatisfying(
            Revised.class,
            revised ->
                assertThat(revised.changedFields()).containsExactly("title", "text", "authors"));
    assertThat(entry.getRevision()).isEqualTo(2);
    assertThat(entry.getLatestRevision()).isEqualTo(2);
  }

  @Test
  void everyContentFieldOfTheSameSourceMakesARevision() {
    Stream<Article.Builder> changes =
        Stream.of(
            of("feed", "one", 1).setTitle("x"),
            of("feed", "x", 1),
            of("feed", "one", 1).setSummary("x"),
            of("feed", "one", 1).setUrl("https://news.example/x"),
            of("feed", "one", 1).setAuthors(List.of("x")),
            of("feed", "one", 1).setCategories(List.of("x")),
            of("feed", "one", 1).setImage("https://news.example/x.png"),
            of("feed", "one", 1).setLanguage("bg"),
            of("feed", "one", 1).setPublishedAt(minute(-9)));

    assertThat(changes.map(Article.Builder::build))
        .allSatisfy(
            change -> {
              entry = null;
              take(seen("feed", "one", 0));
              assertThat(take(change))
                  .isInstanceOfSatisfying(
                      Revised.class, revised -> assertThat(revised.changedFields()).hasSize(1));
            });
  }

  @Test
  void whiteSpaceAndCompositionAreNoNews() {
    take(seen("feed", "Caf\u00e9 au lait.\n\nFin", 0));

    assertThat(take(seen("feed", " Cafe\u0301  au\u00a0lait.\nFin ", 1)))
        .isInstanceOf(Repeat.class);
  }

  @Test
  void aNewSourceBringsNoNewsWithOtherDetails() {
    take(of("feed", "one", 0).setCategories(List.of("World")).build());

    assertThat(take(of("page", "one", 1).setCategories(List.of("News")).build()))
        .isInstanceOf(Repeat.class);
    assertThat(take(of("page", "one", 2).setCategories(List.of("Sport")).build()))
        .isInstanceOf(Revised.class);
  }

  @Test
  void sourcesThatRenderAnArticleDifferentlyDoNotTakeTurns() {
    take(seen("feed", "short", 0));
    assertThat(take(seen("page", "long", 1))).isInstanceOf(Revised.class);

    assertThat(take(seen("feed", "short", 2))).isInstanceOf(Repeat.class);
    assertThat(take(seen("page", "long", 3))).isInstanceOf(Repeat.class);
    assertThat(take(seen("feed", "short, corrected", 4))).isInstanceOf(Revised.class);
    assertThat(take(seen("page", "long", 5))).isInstanceOf(Repeat.class);
    assertThat(entry.getRevision()).isEqualTo(3);
  }

  @Test
  void aRevertIsARevision() {
    take(seen("feed", "one", 0));
    take(seen("feed", "two", 1));

    assertThat(take(seen("feed", "one", 2))).isInstanceOf(Revised.class);
    assertThat(entry.getRevision()).isEqualTo(3);
  }

  @Test
  void aRevertThatThePublisherDatesIsARevisionThroughAnySource() {
    take(seen("feed", "one", 0, 0));
    take(seen("page", "two", 5, 5));

    assertThat(take(seen("feed", "one", 9, 8))).isInstanceOf(Revised.class);
  }

  @Test
  void anEarlierContentThatIsOlderIsARepeat() {
    take(seen("feed", "one", 0));
    take(seen("feed", "two", 1));

    assertThat(take(seen("feed", "one", 0))).isInstanceOf(Repeat.class);
    assertThat(entry.getRevision()).isEqualTo(2);
  }

  @Test
  void anOlderObservationThatArrivesLateIsHistory() {
    take(seen("feed", "two", 10, 10));
    RegisterEntry before = entry;

    Decision decision = take(seen("folder", "one", 20, 5));

    assertThat(decision).isInstanceOf(Historical.class);
    assertThat(entry.getRevision()).isEqualTo(2);
    assertThat(entry.getLatestRevision()).isEqualTo(1);
    assertThat(entry.getFieldHashes()).isEqualTo(before.getFieldHashes());
    assertThat(entry.getSubjects()).isEqualTo(before.getSubjects());
    assertThat(take(seen("folder", "one", 20, 5))).isInstanceOf(Repeat.class);
  }

  @Test
  void thePublishersClockIsNotComparedWithOurs() {
    take(seen("folder", "one", 10));

    assertThat(take(seen("folder", "two", 11, 0))).isInstanceOf(Revised.class);
  }

  @Test
  void datesOf1970And2099DoNotHoldTheLatest() {
    take(of("feed", "one", 0).setUpdatedAt(Instant.parse("2099-01-01T00:00:00Z")).build());

    assertThat(take(seen("feed", "two", 5, 4))).isInstanceOf(Revised.class);
    assertThat(take(of("feed", "three", 6).setUpdatedAt(Instant.EPOCH).build()))
        .isInstanceOf(Revised.class);
    assertThat(take(seen("feed", "four", 7, 6))).isInstanceOf(Revised.class);
  }

  @Test
  void aDeletionDeletesOnce() {
    take(seen("feed", "one", 0));

    assertThat(take(deleted("feed", 1))).isInstanceOf(Deleted.class);
    assertThat(entry.getDeleted()).isTrue();
    assertThat(entry.getRevision()).isEqualTo(2);
    assertThat(entry.getSubjects()).isEmpty();
    assertThat(take(deleted("feed", 2))).isInstanceOf(Repeat.class);
    assertThat(entry.getRevision()).isEqualTo(2);
  }

  @Test
  void theDeletionOfSomethingUnknownIsIgnored() {
    assertThat(take(deleted("feed", 1))).isInstanceOf(Repeat.class);
    assertThat(entry).isNull();
  }

  @Test
  void aDeletionOlderThanTheLatestObservationIsIgnored() {
    take(seen("feed", "one", 5));

    assertThat(take(deleted("page", 4))).isInstanceOf(Repeat.class);
  }

  @Test
  void aDeletionIsNotComparedByThePublishersClock() {
    take(seen("feed", "one", 5, 4));
    Article deletion = Article.newBuilder(deleted("feed", 9)).setUpdatedAt(minute(1)).build();

    assertThat(take(deletion)).isInstanceOf(Deleted.class);
  }

  @Test
  void whatReturnsAfterADeletionIsARevisionEvenUnchanged() {
    take(seen("feed", "one", 0, 0));
    take(deleted("feed", 5));

    assertThat(take(seen("feed", "one", 0, 0))).isInstanceOf(Repeat.class);
    assertThat(take(seen("feed", "early", 1, 1))).isInstanceOf(Historical.class);
    assertThat(entry.getDeleted()).isTrue();
    assertThat(take(seen("feed", "one", 9, 0)))
        .isInstanceOfSatisfying(
            Revised.class, revised -> assertThat(revised.changedFields()).isEmpty());
    assertThat(entry.getDeleted()).isFalse();
    assertThat(entry.getLatestRevision()).isEqualTo(4);
  }

  @Test
  void remembersABoundedNumberOfContentsAndSources() {
    for (int i = 0; i < 100; i++) {
      take(seen("feed" + i, "text " + i, i));
    }

    assertThat(entry.getRevision()).isEqualTo(100);
    assertThat(entry.getPastContents()).hasSize(EntryMemory.MAX_PAST_CONTENTS);
    assertThat(entry.getSources()).hasSize(EntryMemory.MAX_SOURCES);
    assertThat(take(seen("feed80", "text 80", 80))).isInstanceOf(Repeat.class);
  }

  private Decision take(Article observation) {
    Decision decision = Register.decide(entry, observation);
    Register.apply(entry, observation, decision, List.of("medtop:15000000"))
        .ifPresent(next -> entry = next);
    return decision;
  }
}
