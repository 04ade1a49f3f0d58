package dev.dateline.enrich.topology;

import dev.dateline.enrich.knowledge.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a revision means to the readers of one subject.
 *
 * @see dev.dateline.schemas.CloudEvents#SUBJECT_CHANGE
 */
record SubjectChange(Subject subject, Kind kind) {

  enum Kind {
    ENTERED,
    UPDATED,
    LEFT,
    DELETED;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The subjects to tell of a new latest revision, those that it has before those that it left.
   *
   * @param former top-level subject codes of the latest revision before
   * @param now those of the new one
   */
  static List<SubjectChange> between(List<String> former, List<String> now, boolean deleted) {
    List<SubjectChange> changes = new ArrayList<>();
    for (String code : now) {
      add(changes, code, former.contains(code) ? Kind.UPDATED : Kind.ENTERED);
    }
    for (String code : former) {
      if (!now.contains(code)) {
        add(changes, code, deleted ? Kind.DELETED : Kind.LEFT);
      }
    }
    return List.copyOf(changes);
  }

  private static void add(List<SubjectChange> changes, String code, Kind kind) {
    Subject.ofCode(code).ifPresent(subject -> changes.add(new SubjectChange(subject, kind)));
  }
}
