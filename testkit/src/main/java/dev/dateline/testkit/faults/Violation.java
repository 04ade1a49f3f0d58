package dev.dateline.testkit.faults;

/**
 * Something that must never be.
 *
 * @param article address or id of the article; a partition or topic where no article is at fault
 */
public record Violation(Rule rule, String article, String detail) {

  /** What the wire promises. */
  public enum Rule {
    /** What was offered is neither stored nor dead. */
    LOST,
    /** The same content of an article is stored in two revisions, or an article under two ids. */
    REPEATED,
    /** Something is stored that was never offered. */
    INVENTED,
    /** An article that is stored is dead as well, or is dead twice, or died for no reason. */
    DEAD,
    /** The revisions of an article are not 1, 2, 3 and so on. */
    GAP,
    /** A newer revision is older by the publisher's clock, and not marked as history. */
    BACKWARDS,
    /** Readers see another revision than the newest. */
    SHOWN,
    /** The topic of revisions and the tables differ, or a revision is in the topic twice. */
    ENRICHED,
    /** The topic of latest revisions and the tables differ, or it went backwards. */
    LATEST,
    /** The topic of a subject differs from the latest revisions, or contradicts itself. */
    SUBJECT,
    /** Something waits though nothing is broken, or offsets are beyond their topic. */
    STALLED,
    /** A sink changed something under a claim that was no longer its own. */
    FENCED
  }

  @Override
  public String toString() {
    return rule + " " + article + ": " + detail;
  }
}
