package dev.dateline.enrich.topology;

import static dev.dateline.enrich.topology.Wire.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.enrich.knowledge.Corrections;
import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.FastTagger;
import dev.dateline.enrich.topology.EnrichSettings.TaggerChoice;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.testkit.TestCluster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators say of entities, on a real broker and with the tagger that ships. */
class CorrectedEntitiesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final FastTagger TAGGER = FastTagger.load();
  private static final String TEXT = "Вчера Зулвекс откри завод в Пловдив. Зулвекс е от България.";

  private static TestCluster cluster;
  private static Wire wire;

  private final Metrics metrics = new Metrics();
  @TempDir private Path folder;
  private EnrichService service;
  private int articles;

  @BeforeAll
  static void startCluster() {
    cluster = TestCluster.start();
    wire = new Wire(cluster.clients());
  }

  @AfterAll
  static void closeCluster() {
    wire.close();
    cluster.close();
  }

  @AfterEach
  void close() {
    service.close();
    metrics.close();
  }

  @Test
  void holdFromTheNextArticleOnAndOverARestart() {
    start();
    assertThat(id(tagged(), "Зулвекс")).isEmpty();

    say(writer -> writer.put(zulvex(EntityType.ORGANIZATION)));
    EnrichedArticle added = awaitTagged("Зулвекс", "own:zulvex");
    assertThat(entity(added, "own:zulvex").getEnglishName()).isEqualTo("Zulvex");
    assertThat(entity(added, "own:zulvex").getType().name()).isEqualTo("ORGANIZATION");

    say(writer -> writer.put(zulvex(EntityType.PRODUCT)));
    await()
        .atMost(PATIENCE)
        .until(() -> entity(tagged(), "own:zulvex").getType().name().equals("PRODUCT"));
    EnrichedArticle corrected = tagged();
    assertThat(knowledge(corrected)).isNotEqualTo(knowledge(added));

    service.close();
    start();
    EnrichedArticle first = tagged();
    assertThat(id(first, "Зулвекс")).contains("own:zulvex");
    assertThat(knowledge(first)).isEqualTo(knowledge(corrected));

    say(writer -> writer.remove("geonames:728193"));
    await().atMost(PATIENCE).until(() -> id(tagged(), "Пловдив").isEmpty());

    say(
        writer -> {
          writer.restore("own:zulvex");
          writer.restore("geonames:728193");
        });
    EnrichedArticle restored = awaitTagged("Пловдив", "geonames:728193");
    assertThat(id(restored, "Зулвекс")).isEmpty();
    assertThat(heard()).isEqualTo(Corrections.NONE);
  }

  private void start() {
    service =
        new EnrichService(
            cluster.clients(),
            new EnrichSettings(
                folder.resolve("state"), 1, 0, TaggerChoice.FAST, Path.of(".dateline/models"), 3),
            TAGGER,
            metrics,
            EnrichListener.NONE);
    service.start();
  }

  private static void say(Consumer<CorrectionWriter> statement) {
    try (CorrectionWriter writer = new CorrectionWriter(cluster.clients(), Clock.systemUTC())) {
      statement.accept(writer);
    }
  }

  private static Corrections heard() {
    try (CorrectionReader reader = new CorrectionReader(cluster.clients())) {
      return reader.readToEnd(PATIENCE);
    }
  }

  /** The event of a new article of the same text. */
  private EnrichedArticle tagged() {
    String id = "corrected-" + articles++;
    wire.send(List.of(article(id, TEXT, articles)));
    await().atMost(PATIENCE).until(() -> find(id).isPresent());
    return find(id).orElseThrow();
  }

  /** Sends articles until the statement has reached the service, which takes a moment. */
  private EnrichedArticle awaitTagged(String name, String id) {
    AtomicReference<EnrichedArticle> event = new AtomicReference<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              event.set(tagged());
              return id(event.get(), name).equals(Optional.of(id));
            });
    return event.get();
  }

  private static Optional<EnrichedArticle> find(String id) {
    return wire.enriched().stream()
        .map(Wire.Entry::value)
        .filter(event -> event.getId().equals(id))
        .findFirst();
  }

  private static Optional<String> id(EnrichedArticle event, String name) {
    return event.getEntities().stream()
        .filter(entity -> entity.getName().equals(name))
        .map(Entity::getId)
        .filter(found -> found != null)
        .findFirst();
  }

  private static Entity entity(EnrichedArticle event, String id) {
    return event.getEntities().stream()
        .filter(entity -> id.equals(entity.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static String knowledge(EnrichedArticle event) {
    return event.getTaggedBy().stream()
        .filter(stage -> stage.getStage().equals("knowledge"))
        .findFirst()
        .orElseThrow()
        .getVersion();
  }

  private static EntityDraft zulvex(EntityType type) {
    return EntityDraft.screened(
            "own:zulvex",
            type,
            "BG",
            null,
            0,
            200,
            new TreeMap<>(Map.of("en", "Zulvex", "bg", "Зулвекс")),
            List.of())
        .orElseThrow();
  }
}
