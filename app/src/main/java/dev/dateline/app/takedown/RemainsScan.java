package dev.dateline.app.takedown;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.app.takedown.Remain.Fate;
import dev.dateline.enrich.topology.EnrichService;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.PersonSighting;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.RegisterEntry;
import dev.dateline.schemas.SourceNotice;
import dev.dateline.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/** One look through all topics for what is left of one article. */
final class RemainsScan {

  private static final String REGISTER = EnrichService.REGISTER_TOPIC;

  private final String id;
  private final TopicTimes times;
  private final AvroSerde<DeadLetter> letters;
  private final AvroSerde<PersonSighting> sightings;
  private final AvroSerde<RegisterEntry> entries;
  private final AvroSerde<SourceNotice> notices;
  private final List<Remain> remains = new ArrayList<>();

  /** Ids of the sources that show the article, or did. */
  private final Set<String> showing = new HashSet<>();

  /** What hubs delivered of all sources; which of them show the article is known in the end. */
  private final List<Delivered> delivered = new ArrayList<>();

  private record Delivered(String sourceId, Remain remain) {}

  /** What lies under each key of a compacted topic and nothing has replaced yet. */
  private final Map<String, List<ConsumerRecord<String, byte[]>>> standing = new HashMap<>();

  private RemainsScan(KafkaClients clients, String id, TopicTimes times) {
    this.id = id;
    this.times = times;
    this.letters = new AvroSerde<>(DeadLetter.class, clients.registry());
    this.sightings = new AvroSerde<>(PersonSighting.class, clients.registry());
    this.entries = new AvroSerde<>(RegisterEntry.class, clients.registry());
    this.notices = new AvroSerde<>(SourceNotice.class, clients.registry());
  }

  /**
   * What is left in topics, in their order.
   *
   * @throws KafkaException where the brokers do not answer
   */
  static List<Remain> of(KafkaClients clients, String id) {
    List<TopicPartition> partitions = ArticleTopics.partitions(clients, id);
    TopicTimes times =
        TopicTimes.of(clients, partitions.stream().map(TopicPartition::topic).distinct().toList());
    RemainsScan scan = new RemainsScan(clients, id, times);
    Replay.of(clients, partitions, scan::look);
    return scan.finish();
  }

  private void look(ConsumerRecord<String, byte[]> record) {
    String topic = record.topic();
    if (record.key() == null) {
      return;
    }
    if (topic.equals(Topics.ENRICHED.name())) {
      if (RecordKeys.articleId(record.key()).equals(id)) {
        replace(record, record.value() != null);
      }
    } else if (topic.equals(Topics.LATEST.name()) || topic.startsWith(Topics.REPLAYS)) {
      if (record.key().equals(id)) {
        replace(record, record.value() != null);
      }
    } else if (topic.equals(REGISTER)) {
      if (record.key().equals(id)) {
        replace(record, remembers(record.value()));
      }
    } else if (topic.equals(Topics.SOURCE_STATE.name())) {
      if (record.key().endsWith("/" + id)) {
        showing.add(record.key().substring(0, record.key().length() - id.length() - 1));
        replace(record, record.value() != null);
      }
    } else if (topic.equals(Topics.SOURCE_NOTICE.name())) {
      if (record.value() != null && holdsADocument(record.value())) {
        Optional<Instant> gone = times.expiry(topic, record.timestamp());
        delivered.add(new Delivered(record.key(), remain(record, Fate.EXPIRES, gone)));
      }
    } else if (record.value() != null && isOfArticle(record)) {
      remains.add(remain(record, Fate.EXPIRES, times.expiry(topic, record.timestamp())));
    }
  }

  /** In topics that expire. */
  private boolean isOfArticle(ConsumerRecord<String, byte[]> record) {
    if (record.topic().equals(Topics.DEAD_LETTER.name())) {
      return decoded(letters, record.value()).filter(this::isOfArticle).isPresent();
    }
    if (record.topic().equals(Topics.PERSON.name())) {
      return decoded(sightings, record.value())
          .filter(sighting -> sighting.getArticleId().equals(id))
          .isPresent();
    }
    return record.key().equals(id);
  }

  private boolean isOfArticle(DeadLetter letter) {
    ByteBuffer key = letter.getKey();
    return id.equals(letter.getArticleId())
        || key != null && RecordKeys.articleId(UTF_8.decode(key.duplicate()).toString()).equals(id);
  }

  private boolean remembers(byte[] value) {
    return value != null && decoded(entries, value).filter(RegisterEntry::getTakenDown).isEmpty();
  }

  private boolean holdsADocument(byte[] notice) {
    return decoded(notices, notice).filter(read -> read.getBody() != null).isPresent();
  }

  private static <T extends SpecificRecordBase> Optional<T> decoded(
      AvroSerde<T> serde, byte[] value) {
    try {
      return Optional.of(serde.decode(value));
    } catch (SerializationException e) {
      return Optional.empty(); // nothing can be read out of it, by nobody
    }
  }

  /** A record replaces those under its key, and stands there itself where it holds something. */
  private void replace(ConsumerRecord<String, byte[]> record, boolean holds) {
    List<ConsumerRecord<String, byte[]>> before =
        standing.computeIfAbsent(record.topic() + "/" + record.key(), key -> new ArrayList<>());
    for (ConsumerRecord<String, byte[]> replaced : before) {
      remains.add(
          remain(replaced, Fate.COMPACTED, times.compaction(record.topic(), record.timestamp())));
    }
    before.clear();
    if (holds) {
      before.add(record);
    }
  }

  private List<Remain> finish() {
    delivered.stream()
        .filter(document -> showing.contains(document.sourceId()))
        .forEach(document -> remains.add(document.remain()));
    for (List<ConsumerRecord<String, byte[]>> records : standing.values()) {
      for (ConsumerRecord<String, byte[]> record : records) {
        boolean stays =
            record.topic().equals(Topics.SOURCE_STATE.name())
                || record.topic().startsWith(Topics.REPLAYS);
        remains.add(remain(record, stays ? Fate.STAYS : Fate.AWAITED, Optional.empty()));
      }
    }
    return List.copyOf(remains);
  }

  private Remain remain(
      ConsumerRecord<String, byte[]> record, Fate fate, Optional<Instant> goneBy) {
    String place = RecordKeys.origin(record.topic(), record.partition(), record.offset());
    return new Remain(place, what(record.topic()), fate, goneBy);
  }

  private static String what(String topic) {
    if (topic.equals(REGISTER)) {
      return "hashes of its fields";
    }
    if (topic.equals(Topics.SOURCE_STATE.name())) {
      return "its address and a hash, so that its source is not read for it again";
    }
    if (topic.equals(Topics.SOURCE_NOTICE.name())) {
      return "a document that a hub delivered of its source, which may show it";
    }
    if (topic.equals(Topics.PERSON.name())) {
      return "a name that it shows";
    }
    if (topic.equals(Topics.DEAD_LETTER.name())) {
      return "a dead letter with its bytes";
    }
    if (topic.startsWith(Topics.REPLAYS)) {
      return "a revision, until 'dateline replay drop' deletes the topic";
    }
    return topic.equals(Topics.ARTICLE.name()) ? "an observation" : "a revision";
  }
}
