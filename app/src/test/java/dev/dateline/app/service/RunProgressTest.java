package dev.dateline.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.topology.EnrichEvent;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunProgressTest {

  private static final Origin ORIGIN =
      new Origin("a.txt", OptionalInt.empty(), "text/plain", "UTF-8", 1, "", new byte[0]);

  private final List<String> lines = new ArrayList<>();
  private final RunProgress progress = new RunProgress(article -> {}, lines::add);
  private final EmbeddedWire.Listeners listeners = progress.listeners();

  @Test
  void restsWhenEveryObservationHasItsOutcome() throws InterruptedException {
    observed("a", "topic-0@0");
    observed("a", "topic-0@1");
    observed("b", "topic-0@2");
    assertThat(progress.awaitRest(1)).isFalse();

    enriched(new EnrichEvent.Published("topic-0@0", "a", 1, Change.CREATED));
    enriched(new EnrichEvent.Repeated("topic-0@1"));
    enriched(new EnrichEvent.Dead("topic-0@2", DeadLetterCode.STAGE_FAILED));
    assertThat(progress.awaitRest(1)).isFalse();

    listeners.sink().stored(revision("a", 1));
    assertThat(progress.awaitRest(1)).isTrue();
    assertThat(progress.summary()).isEqualTo(new RunProgress.Summary(3, 1, 1, 1, 0));
    assertThat(lines).singleElement().asString().contains("topic-0@2");
  }

  @Test
  void wordMayComeInAnyOrder() throws InterruptedException {
    listeners.sink().stored(revision("a", 1));
    enriched(new EnrichEvent.Published("topic-0@0", "a", 1, Change.CREATED));
    enriched(new EnrichEvent.Repeated("topic-0@1"));
    observed("a", "topic-0@0");
    observed("a", "topic-0@1");

    assertThat(progress.awaitRest(1)).isTrue();
    assertThat(progress.summary()).isEqualTo(new RunProgress.Summary(2, 1, 1, 0, 0));
  }

  /** A run that was killed leaves observations without outcome and revisions without row. */
  @Test
  void whatAnEarlierRunLeftIsNotTakenForItsOwn() throws InterruptedException {
    listeners.sink().stored(revision("a", 1));
    enriched(new EnrichEvent.Published("topic-0@7", "b", 1, Change.CREATED));
    observed("a", "topic-0@8");
    observed("b", "topic-0@9");
    enriched(new EnrichEvent.Repeated("topic-0@8"));
    listeners.sink().stored(revision("b", 1));
    assertThat(progress.awaitRest(1)).isFalse();

    enriched(new EnrichEvent.Repeated("topic-0@9"));

    assertThat(progress.awaitRest(1)).isTrue();
    assertThat(progress.summary()).isEqualTo(new RunProgress.Summary(2, 2, 2, 0, 0));
  }

  private void observed(String id, String record) {
    listeners.ingest().published(id, record, ORIGIN);
  }

  private void enriched(EnrichEvent event) {
    listeners.enrich().committed(event);
  }

  private static EnrichedArticle revision(String id, int revision) {
    Article article =
        Article.newBuilder()
            .setId(id)
            .setTitle("T")
            .setText("T")
            .setObservedAt(Instant.EPOCH)
            .setSource(Source.newBuilder().setId("s").setKind("folder").build())
            .setProvenance(
                Provenance.newBuilder()
                    .setLocation("a.txt")
                    .setMediaType("text/plain")
                    .setCharset("UTF-8")
                    .setLength(1)
                    .setSha256("")
                    .build())
            .build();
    return EnrichedArticle.newBuilder()
        .setId(id)
        .setRevision(revision)
        .setChange(Change.CREATED)
        .setArticle(article)
        .setEnrichedAt(Instant.EPOCH)
        .build();
  }
}
