package dev.dateline.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.app.instance.ReplayDesk;
import dev.dateline.enrich.stage.FastTagger;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.stage.Tags;
import dev.dateline.enrich.topology.EnrichSettings;
import dev.dateline.enrich.topology.TagMapping;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.Takedown;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.registry.SchemaRegistry;
import dev.dateline.testkit.TestCluster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Versions of tags on a real broker, where enrich has not come to what is said yet. */
@Timeout(300)
class ReplaysIT {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private static TestCluster cluster;
  private static Tagger tagger;
  private static Replays replays;

  @BeforeAll
  static void start() {
    cluster = TestCluster.start();
    tagger = FastTagger.load();
    replays = new Replays(cluster.clients(), Clock.systemUTC());
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @Test
  void whatIsTakenDownIsNeitherTaggedNorPromoted() throws Exception {
    send(Topics.LATEST, "quay", live("quay", "A quay opens in Varna."));
    send(Topics.LATEST, "park", live("park", "A park opens in Sofia."));
    send(Topics.LATEST, "ferry", live("ferry", "A ferry leaves Burgas."));
    send(Topics.TAKEDOWN, "park", new Takedown("park", null, "Court order 1", NOW, null));

    ReplaySummary summary = run("v1");

    assertThat(summary.failed()).isZero();
    assertThat(keys(Topics.replay("v1")))
        .contains("ferry", "quay", Topics.REPLAY_END)
        .doesNotContain("park");

    send(Topics.TAKEDOWN, "quay", new Takedown("quay", null, "Court order 2", NOW, null));

    replays.promote("v1");
    assertThat(keys(Topics.PROMOTION)).contains("ferry").doesNotContain("park", "quay");
  }

  @Test
  void aPartOfAVersionIsNotPromoted() throws Exception {
    send(Topics.LATEST, "bridge", live("bridge", "A bridge opens in Ruse."));
    Tagger failing =
        document -> {
          throw new AssertionError("ends in the middle");
        };
    assertThatThrownBy(() -> run(failing, "part")).isInstanceOf(AssertionError.class);
    ReplayDesk desk = ReplayDesk.open(settings(), Path.of("nowhere"));

    assertThatThrownBy(() -> desk.promote("part"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is not whole")
        .hasMessageContaining("dateline replay drop part");

    run("all");
    desk.promote("all");
    assertThat(keys(Topics.PROMOTION)).contains("bridge");
    assertThat(desk.compare("all", difference -> {}).tagged()).isPositive();
  }

  @Test
  void aVersionIsMadeOnWhileAnotherIsPromotedAndByOneAtATime() {
    run("slow");
    String topic = Topics.replay("slow").name();
    try (ReplaySender slow = new ReplaySender(cluster.clients(), topic);
        ReplaySender promoting = new ReplaySender(cluster.clients(), Topics.PROMOTION.name());
        ReplaySender twin = new ReplaySender(cluster.clients(), topic)) {
      send(slow, "tram");
      send(promoting, "bus");
      send(slow, "train");
      send(twin, "plane");

      assertThatThrownBy(() -> send(slow, "ship"))
          .isInstanceOf(UserException.class)
          .hasMessageContaining(topic + " and took over");
    }
    assertThat(keys(Topics.replay("slow")))
        .contains("tram", "train", "plane")
        .doesNotContain("ship");
  }

  private static void send(ReplaySender sender, String id) {
    sender.add(live(id, "It opens in Varna."));
    sender.flush();
  }

  @Test
  void anArticleThatIsTooLargeIsLeftOutAndTheOthersAreTagged() throws Exception {
    EnrichedArticle small = live("small", "A boat leaves Vidin.");
    Tags tags = tagger.tag(TagMapping.document(small.getArticle()));
    send(Topics.LATEST, "small", small);
    send(Topics.LATEST, "large", live("large", "x".repeat(KafkaClients.MAX_RECORD_BYTES / 2)));

    ReplaySummary summary = run(document -> tags, "large");

    send(Topics.LATEST, "large", null);
    assertThat(summary.failed()).isEqualTo(1);
    assertThat(keys(Topics.replay("large"))).contains("small").doesNotContain("large");
    assertThat(replays.isWhole("large")).isTrue();
  }

  private static Settings settings() {
    List<Setting> known =
        Stream.of(KafkaSettings.KEYS, EnrichSettings.KEYS).flatMap(List::stream).toList();
    Map<String, String> flags =
        Map.of(
            "kafka.bootstrap",
            cluster.settings().bootstrap(),
            "kafka.registry",
            cluster.settings().registry().toString());
    return Settings.load(known, Optional.empty(), Map.of(), flags);
  }

  private static ReplaySummary run(String version) {
    return run(tagger, version);
  }

  private static ReplaySummary run(Tagger by, String version) {
    return replays.run(by, NOW, NOW.plusSeconds(1), version, difference -> {});
  }

  private static EnrichedArticle live(String id, String text) {
    Article article =
        Article.newBuilder()
            .setId(id)
            .setTitle(text)
            .setText(text)
            .setObservedAt(NOW)
            .setSource(new Source("feed", "feed", null))
            .setProvenance(new Provenance("a", null, "text/plain", "UTF-8", 1L, "0"))
            .build();
    return EnrichedArticle.newBuilder()
        .setId(id)
        .setRevision(1)
        .setChange(Change.CREATED)
        .setArticle(article)
        .setEnrichedAt(NOW)
        .build();
  }

  private static void send(KafkaTopic topic, String key, @Nullable SpecificRecordBase value)
      throws Exception {
    Map<String, Object> config = cluster.clients().common("test");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * KafkaClients.MAX_RECORD_BYTES);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, encode(topic, value))).get();
    }
  }

  private static byte @Nullable [] encode(KafkaTopic topic, @Nullable SpecificRecordBase value) {
    SchemaRegistry registry = cluster.clients().registry();
    if (value instanceof EnrichedArticle article) {
      return new AvroSerde<>(EnrichedArticle.class, registry).encode(topic.name(), article);
    }
    return value instanceof Takedown takedown
        ? new AvroSerde<>(Takedown.class, registry).encode(topic.name(), takedown)
        : null;
  }

  private static Set<String> keys(KafkaTopic topic) {
    Set<String> keys = new TreeSet<>();
    Replay.of(cluster.clients(), topic.name(), record -> keys.add(record.key()));
    return keys;
  }
}
