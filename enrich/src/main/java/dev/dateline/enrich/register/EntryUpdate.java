package dev.dateline.enrich.register;

import dev.dateline.enrich.register.Decision.Barred;
import dev.dateline.enrich.register.Decision.Created;
import dev.dateline.enrich.register.Decision.Deleted;
import dev.dateline.enrich.register.Decision.Historical;
import dev.dateline.enrich.register.Decision.Repeat;
import dev.dateline.enrich.register.Decision.Revised;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.RegisterEntry;
import dev.dateline.schemas.SourceMemory;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the next entry out of the current one, an observation and the decision on it. */
record EntryUpdate(@Nullable RegisterEntry current, Article observation) {

  static EntryUpdate of(@Nullable RegisterEntry current, Article observation) {
    return new EntryUpdate(current, observation);
  }

  @Nullable RegisterEntry apply(Decision decision, List<String> subjects) {
    if (decision instanceof Created created) {
      return first(created.contents(), subjects);
    }
    if (decision instanceof Barred) {
      return current;
    }
    if (decision instanceof Repeat repeat) {
      return current == null ? null : repeated(current, repeat.contents());
    }
    RegisterEntry known = Objects.requireNonNull(current, "only a creation has no entry");
    if (decision instanceof Revised revised) {
      return revised(known, revised.contents(), subjects);
    }
    if (decision instanceof Historical historical) {
      return historical(known, historical.contents());
    }
    if (decision instanceof Deleted) {
      return deleted(known);
    }
    throw new AssertionError("sealed: " + decision);
  }

  private RegisterEntry first(Contents contents, List<String> subjects) {
    Moment moment = Moment.of(observation);
    return at(RegisterEntry.newBuilder(), moment)
        .setRevision(1)
        .setLatestRevision(1)
        .setFieldHashes(contents.fieldHashes())
        .setSources(List.of(new SourceMemory(source(), contents.identity(), moment.observedAt())))
        .setSubjects(subjects)
        .build();
  }

  private RegisterEntry revised(RegisterEntry known, Contents contents, List<String> subjects) {
    EntryMemory memory = new EntryMemory(known);
    int revision = known.getRevision() + 1;
    Moment moment = Moment.of(observation).latest(Moment.latestOf(known));
    return at(remembering(known, contents), moment)
        .setRevision(revision)
        .setLatestRevision(revision)
        .setDeleted(false)
        .setFieldHashes(contents.fieldHashes())
        .setPastContents(memory.pastWith(memory.latest(), contents.identity()))
        .setSubjects(subjects)
        .build();
  }

  private RegisterEntry historical(RegisterEntry known, Contents contents) {
    return remembering(known, contents).setRevision(known.getRevision() + 1).build();
  }

  private RegisterEntry deleted(RegisterEntry known) {
    int revision = known.getRevision() + 1;
    return RegisterEntry.newBuilder(known)
        .setRevision(revision)
        .setLatestRevision(revision)
        .setLatestObservedAt(observation.getObservedAt())
        .setDeleted(true)
        .setSubjects(List.of())
        .build();
  }

  /** A repeat of the latest moves its place in time, so that what lies between stays late. */
  private RegisterEntry repeated(RegisterEntry known, @Nullable Contents contents) {
    Moment latest = Moment.latestOf(known);
    if (contents == null) {
      return known.getDeleted()
          ? at(RegisterEntry.newBuilder(known), latest.seenAgain(observation)).build()
          : known;
    }
    RegisterEntry.Builder next = remembering(known, contents);
    boolean latestAgain =
        !known.getDeleted() && new EntryMemory(known).isLatest(contents.identity(), source());
    return latestAgain ? at(next, latest.latest(Moment.of(observation))).build() : next.build();
  }

  private static RegisterEntry.Builder at(RegisterEntry.Builder entry, Moment moment) {
    return entry.setLatestUpdatedAt(moment.updatedAt()).setLatestObservedAt(moment.observedAt());
  }

  private RegisterEntry.Builder remembering(RegisterEntry known, Contents contents) {
    EntryMemory memory = new EntryMemory(known);
    String content = contents.identity();
    return RegisterEntry.newBuilder(known)
        .setPastContents(memory.pastWith(content, memory.latest()))
        .setSources(memory.sourcesWith(source(), content, observation.getObservedAt()));
  }

  private String source() {
    return observation.getSource().getId();
  }
}
