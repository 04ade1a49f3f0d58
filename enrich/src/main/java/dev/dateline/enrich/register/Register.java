package dev.dateline.enrich.register;

import dev.dateline.enrich.register.Decision.Barred;
import dev.dateline.enrich.register.Decision.Created;
import dev.dateline.enrich.register.Decision.Deleted;
import dev.dateline.enrich.register.Decision.Historical;
import dev.dateline.enrich.register.Decision.Repeat;
import dev.dateline.enrich.register.Decision.Revised;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.ArticleEvent;
import dev.dateline.schemas.RegisterEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an observation is. The same article reaches us through several sources, late, twice
 * and out of order; the rules that bring order into it:
 *
 * <ul>
 *   <li>An observation older than the latest revision never becomes the latest (see {@link
 *       Moment}). With content not seen before it is history, otherwise a repeat.
 *   <li>A source that says again what it said last is a repeat, even where another source said
 *       something else since, unless the publisher's clock says that it is newer. So two sources
 *       that render one article differently do not take turns.
 *   <li>To a source that is new to the article only title and text are news: sources differ in the
 *       categories, images and summaries that they give.
 *   <li>Content that was seen before and is strictly newer is a revision: the publisher reverted.
 *   <li>Nothing comes of an article that was taken down.
 *   <li>A deletion is compared by the time of observation only: its content fields, if any, repeat
 *       the last ones.
 * </ul>
 */
public final class Register {

  private Register() {}

  /**
   * Decides what an observation is.
   *
   * @param current what is remembered of the article; null where it is unknown
   */
  public static Decision decide(@Nullable RegisterEntry current, Article observation) {
    if (current != null && current.getTakenDown()) {
      return new Barred();
    }
    if (observation.getEvent() == ArticleEvent.DELETED) {
      return deletion(current, observation);
    }
    Contents contents = Contents.of(observation);
    if (current == null) {
      return new Created(contents);
    }
    String content = contents.identity();
    Moment moment = Moment.of(observation);
    Moment latest = Moment.latestOf(current);
    EntryMemory memory = new EntryMemory(current);
    String source = observation.getSource().getId();
    if (isLate(moment, latest, current.getDeleted())) {
      return memory.knows(content, source)
          ? new Repeat(contents)
          : new Historical(contents, contents.differencesFrom(current.getFieldHashes()));
    }
    boolean repeat =
        !current.getDeleted()
            && (memory.isLatest(content, source)
                || (memory.knows(content, source)
                    && (moment.compareTo(latest) == 0
                        || memory.heardSince(source, moment.observedAt())))
                || (memory.saidLast(content, source) && moment.compareByPublisher(latest) <= 0));
    return repeat
        ? new Repeat(contents)
        : new Revised(contents, contents.differencesFrom(current.getFieldHashes()));
  }

  /** A deletion has no publisher's clock: what was not observed after it is late. */
  private static boolean isLate(Moment moment, Moment latest, boolean deleted) {
    return deleted
        ? !moment.observedAt().isAfter(latest.observedAt())
        : moment.compareTo(latest) < 0;
  }

  private static Decision deletion(@Nullable RegisterEntry current, Article observation) {
    boolean nothingToDelete =
        current == null
            || current.getDeleted()
            || observation.getObservedAt().isBefore(new EntryMemory(current).lastSeen());
    return nothingToDelete ? new Repeat(null) : new Deleted();
  }

  /**
   * The entry after a decision.
   *
   * @param current the entry that the decision was made upon
   * @param subjects top-level subject codes of the new revision; they count where it becomes the
   *     latest
   * @return the entry to write; empty where it stays as it is
   */
  public static Optional<RegisterEntry> apply(
      @Nullable RegisterEntry current,
      Article observation,
      Decision decision,
      List<String> subjects) {
    RegisterEntry next = EntryUpdate.of(current, observation).apply(decision, subjects);
    return Optional.ofNullable(next).filter(entry -> !entry.equals(current));
  }

  /**
   * The entry of an article that was taken down: it bars what comes later, and remembers nothing of
   * what the article said.
   *
   * @param current what is remembered of the article; null where it is unknown
   */
  public static RegisterEntry takenDown(@Nullable RegisterEntry current, Instant now) {
    int revision = current == null ? 0 : current.getRevision();
    return RegisterEntry.newBuilder()
        .setRevision(revision)
        .setLatestRevision(revision)
        .setLatestObservedAt(now)
        .setDeleted(true)
        .setTakenDown(true)
        .setFieldHashes(Map.of())
        .build();
  }

  /**
   * The entry of an article whose takedown was lifted: as after a deletion, so that its revisions
   * go on being numbered where they ended.
   *
   * @return empty where it has none, so that nothing is to be remembered
   */
  public static Optional<RegisterEntry> lifted(RegisterEntry takenDown) {
    return takenDown.getRevision() == 0
        ? Optional.empty()
        : Optional.of(RegisterEntry.newBuilder(takenDown).setTakenDown(false).build());
  }

  /**
   * The entry of an article whose latest content was tagged anew, which makes a revision.
   *
   * @param subjects top-level subject codes of that revision
   */
  public static RegisterEntry taggedAnew(RegisterEntry current, List<String> subjects) {
    int revision = current.getRevision() + 1;
    return RegisterEntry.newBuilder(current)
        .setRevision(revision)
        .setLatestRevision(revision)
        .setSubjects(subjects)
        .build();
  }
}
