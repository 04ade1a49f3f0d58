package dev.dateline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.app.deadletter.DeadLetterTopic;
import dev.dateline.app.deadletter.Outcome;
import dev.dateline.app.deadletter.Outcome.Fate;
import dev.dateline.app.deadletter.Redrive;
import dev.dateline.app.deadletter.Selection;
import dev.dateline.app.deadletter.Waiting;
import dev.dateline.ingest.extract.ArticleIds;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.DeadLetters;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.Takedown;
import dev.dateline.schemas.Topics;
import dev.dateline.testkit.TestCluster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters on a real broker and registry; each test has a stage of its own. */
@Tag("long")
@Timeout(300)
class DeadLetterCommandIT {

  private static final String ARTICLES = Topics.ARTICLE.name();
  private static final String LETTERS = Topics.DEAD_LETTER.name();
  private static final int CAP = 3;
  private static final int FAST = 10_000;

  /** To be raised for a measurement. */
  private static final int COUNT = Integer.getInteger("dateline.test.letters", 400);

  private static TestCluster cluster;
  private static AvroSerde<DeadLetter> serde;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    cluster = TestCluster.start();
    serde = new AvroSerde<>(DeadLetter.class, cluster.clients().registry());
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @Test
  void redrivesEachRecordAsItWasExactlyOnce() {
    bury("as.it.was", 250, 0);

    assertThat(fates(redrive("as.it.was"))).hasSize(250).containsOnly(Fate.REDRIVEN);
    assertThat(redrive("as.it.was")).isEmpty();

    List<ConsumerRecord<String, byte[]>> records = observed("as.it.was");
    assertThat(records)
        .hasSize(250)
        .allSatisfy(
            record -> {
              int number = number(record);
              assertThat(record.value()).isEqualTo(value("as.it.was", number));
              assertThat(record.key()).isEqualTo("as.it.was-" + number);
              assertThat(record.partition()).isEqualTo(number % 4);
              assertThat(CloudEvents.redrives(record.headers())).isEqualTo(1);
            })
        .extracting(DeadLetterCommandIT::number)
        .doesNotHaveDuplicates();
  }

  @Test
  void aDryRunSendsNothing() {
    bury("dry", 3, 0);
    List<Outcome> outcomes = new ArrayList<>();

    new Redrive(cluster.clients(), Clock.systemUTC())
        .rehearse(selection("dry"), CAP, outcomes::add);

    assertThat(fates(outcomes)).containsExactly(Fate.READY, Fate.READY, Fate.READY);
    assertThat(observed("dry")).isEmpty();
    assertThat(waiting("dry")).hasSize(3);
  }

  @Test
  void whatFailsAgainAndAgainIsLeft() {
    bury("loop", 1, CAP - 1);
    assertThat(fates(redrive("loop"))).containsExactly(Fate.REDRIVEN);
    assertThat(observed("loop"))
        .singleElement()
        .satisfies(record -> assertThat(CloudEvents.redrives(record.headers())).isEqualTo(CAP));

    bury("loop", 1, CAP);
    assertThat(fates(redrive("loop"))).containsExactly(Fate.LEFT);
    assertThat(observed("loop")).hasSize(1);
    assertThat(waiting("loop")).hasSize(1);
  }

  @Test
  void whatAPredecessorLeftOpenIsEndedAndRedrivenOnce() throws Exception {
    bury("open", 5, 0);
    Waiting first = waiting("open").get(0);
    KafkaProducer<byte[], byte[]> killed = producer("dateline-dlq");
    killed.initTransactions();
    killed.beginTransaction();
    killed.send(new ProducerRecord<>(ARTICLES, 0, "k".getBytes(UTF_8), value("open", 0))).get();
    killed.send(tombstone(first)).get();

    assertThat(redrive("open")).hasSize(5);

    assertThatThrownBy(killed::commitTransaction).isInstanceOf(ProducerFencedException.class);
    killed.close(Duration.ZERO);
    assertThat(observed("open"))
        .hasSize(5)
        .extracting(DeadLetterCommandIT::number)
        .doesNotHaveDuplicates();
    assertThat(waiting("open")).isEmpty();
  }

  @Test
  void aLetterThatWasRedrivenBehindAnOpenTransactionIsNotSentAgain() throws Exception {
    bury("behind", 1, 0);
    Waiting letter = waiting("behind").get(0);
    try (KafkaProducer<byte[], byte[]> slow = producer("slow");
        KafkaProducer<byte[], byte[]> done = producer("done")) {
      slow.initTransactions();
      slow.beginTransaction();
      slow.send(
              new ProducerRecord<>(
                  LETTERS, letter.partition(), "slow".getBytes(UTF_8), new byte[] {9}))
          .get();
      done.initTransactions();
      done.beginTransaction();
      done.send(tombstone(letter));
      done.commitTransaction();

      assertThat(redrive("behind")).isEmpty();
    }
    assertThat(observed("behind")).isEmpty();
  }

  @Test
  void whatIsTakenDownByItsIdOrItsAddressIsLeft() throws Exception {
    String url = "https://news.example/down";
    bury("down", 0, 0, "down-0", "down 0".getBytes(UTF_8));
    bury("down", 1, 0, "of-a-feed", article("of-a-feed", url));
    bury("down", 2, 0, "another", article("another", "https://news.example/up"));
    takeDown("down-0");
    takeDown(ArticleIds.ofUrl(url));

    DatelineProcess dry = start("redrive", "--stage", "down", "--dry-run");
    DatelineProcess redrive = start("redrive", "--stage", "down");

    assertThat(dry.awaitEnd()).as(dry.err()).isZero();
    assertThat(dry.lines()).filteredOn(line -> line.contains("was taken down")).hasSize(2);
    assertThat(redrive.awaitEnd()).as(redrive.err()).isZero();
    assertThat(redrive.lines()).filteredOn(line -> line.contains("was taken down")).hasSize(2);
    assertThat(waiting("down"))
        .extracting(Waiting::articleId)
        .containsExactlyInAnyOrder("down-0", "of-a-feed");
  }

  @Test
  void aStageThatDoesNotExistIsTold() throws Exception {
    DatelineProcess misspelt = start("redrive", "--stage", "nosuch");
    DatelineProcess empty = start("redrive", "--stage", "sink.decode");

    assertThat(misspelt.awaitEnd()).isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(misspelt.err()).contains("with the stage nosuch", "enrich.tag");
    assertThat(empty.awaitEnd()).as(empty.err()).isZero();
  }

  private static byte[] article(String id, String url) {
    return new AvroSerde<>(Article.class, cluster.clients().registry())
        .encode(
            ARTICLES,
            Article.newBuilder()
                .setId(id)
                .setUrl(url)
                .setTitle("A title")
                .setText("A text.")
                .setObservedAt(Instant.EPOCH)
                .setSource(new Source("feed", "feed", null))
                .setProvenance(new Provenance("a", null, "text/plain", "UTF-8", 1L, "0"))
                .build());
  }

  private static void takeDown(String id) {
    String topic = Topics.TAKEDOWN.name();
    Takedown takedown = new Takedown(id, null, "a test", Instant.EPOCH, null);
    byte[] value =
        new AvroSerde<>(Takedown.class, cluster.clients().registry()).encode(topic, takedown);
    try (KafkaProducer<byte[], byte[]> producer = producer("take-down")) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, id.getBytes(UTF_8), value));
      producer.commitTransaction();
    }
  }

  @Test
  void aKilledRedriveIsContinued() throws Exception {
    bury("killed", COUNT, 0);
    int rate = COUNT / 7;

    DatelineProcess killed = start("redrive", "--stage", "killed", "--rate", "" + rate);
    killed.awaitLines(ThreadLocalRandom.current().nextInt(rate, COUNT / 2));
    killed.kill();
    int reported = killed.lines().size();
    long start = System.nanoTime();
    DatelineProcess second = start("redrive", "--stage", "killed", "--rate", "" + FAST);

    assertThat(second.awaitEnd()).isZero();
    System.out.printf(
        "killed after %d of %d letters; the rest took %.1f s%n",
        reported, COUNT, (System.nanoTime() - start) / 1e9);
    assertThat(reported).isLessThan(COUNT);
    assertThat(second.lines()).isNotEmpty().hasSizeLessThanOrEqualTo(COUNT - reported);
    assertThat(observed("killed"))
        .hasSize(COUNT)
        .extracting(DeadLetterCommandIT::number)
        .doesNotHaveDuplicates();
    assertThat(waiting("killed")).isEmpty();
  }

  @Test
  void anOperatorListsAndShows() throws Exception {
    bury("seen", 2, 0);

    DatelineProcess list = start("list");
    DatelineProcess show = start("show", "seen-1");

    assertThat(list.awaitEnd()).isZero();
    assertThat(list.lines()).anyMatch(line -> line.matches(" +2 +2  .* seen +STAGE_FAILED .*"));
    assertThat(show.awaitEnd()).isZero();
    assertThat(show.out())
        .contains("\"stage\" : \"seen\"", "\"payloadText\" : \"seen 1\"", "\"redrivable\" : true");
    assertThat(start("show", "nobody").awaitEnd()).isEqualTo(ExitCode.NOT_FOUND.code());
  }

  private DatelineProcess start(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("dlq"));
    all.addAll(List.of(arguments));
    all.addAll(
        List.of(
            "--set",
            "kafka.bootstrap=" + cluster.settings().bootstrap(),
            "--set",
            "kafka.registry=" + cluster.settings().registry()));
    return DatelineProcess.start(folder, all.toArray(String[]::new));
  }

  private static List<Outcome> redrive(String stage) {
    List<Outcome> outcomes = new ArrayList<>();
    new Redrive(cluster.clients(), Clock.systemUTC())
        .run(selection(stage), CAP, FAST, outcomes::add);
    return outcomes;
  }

  private static List<Fate> fates(List<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::fate).toList();
  }

  private static Selection selection(String stage) {
    return new Selection(List.of(), Optional.of(stage), Optional.empty());
  }

  private static List<Waiting> waiting(String stage) {
    return selection(stage).of(new DeadLetterTopic(cluster.clients()).waiting());
  }

  /** Committed observations whose bytes are of a test. */
  private static List<ConsumerRecord<String, byte[]>> observed(String stage) {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    Replay.of(
        cluster.clients(),
        ARTICLES,
        record -> {
          if (new String(record.value(), UTF_8).startsWith(stage + " ")) {
            all.add(record);
          }
        });
    return all;
  }

  private static byte[] value(String stage, int number) {
    return (stage + " " + number).getBytes(UTF_8);
  }

  private static int number(ConsumerRecord<String, byte[]> record) {
    return Integer.parseInt(new String(record.value(), UTF_8).split(" ")[1]);
  }

  private static ProducerRecord<byte[], byte[]> tombstone(Waiting letter) {
    return new ProducerRecord<>(LETTERS, letter.partition(), letter.key().getBytes(UTF_8), null);
  }

  private static KafkaProducer<byte[], byte[]> producer(String transactionalId) {
    return new KafkaProducer<>(
        cluster.clients().producer(transactionalId),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** Writes dead letters of observations, as enrich does. */
  private static void bury(String stage, int count, int redrives) {
    send(
        IntStream.range(0, count)
            .mapToObj(i -> letter(stage, i, redrives, stage + "-" + i, value(stage, i)))
            .toList());
  }

  private static void bury(String stage, int number, int redrives, String id, byte[] value) {
    send(List.of(letter(stage, number, redrives, id, value)));
  }

  private static void send(List<ProducerRecord<byte[], byte[]>> letters) {
    try (KafkaProducer<byte[], byte[]> producer = producer("bury")) {
      producer.initTransactions();
      producer.beginTransaction();
      letters.forEach(producer::send);
      producer.commitTransaction();
    }
  }

  private static ProducerRecord<byte[], byte[]> letter(
      String stage, int number, int redrives, String id, byte[] value) {
    int offset = Math.abs(stage.hashCode() % 1_000_000) + number;
    int partition = number % 4;
    DeadLetter letter =
        DeadLetters.ofRecord(ARTICLES, partition, offset, id.getBytes(UTF_8), value)
            .setStage(stage)
            .setCode(DeadLetterCode.STAGE_FAILED.name())
            .setMessage("a stage threw")
            .setArticleId(id)
            .setFailedAt(Instant.ofEpochSecond(number))
            .build();
    String key = RecordKeys.origin(ARTICLES, partition, offset);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(LETTERS, key.getBytes(UTF_8), serde.encode(LETTERS, letter));
    CloudEvents.putRedrives(record.headers(), redrives);
    return record;
  }
}
