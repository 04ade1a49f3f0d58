package dev.dateline.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.enrich.people.PersonLearning;
import dev.dateline.schemas.EntityCorrection;
import dev.dateline.schemas.PersonMemory;
import dev.dateline.schemas.PersonSighting;
import dev.dateline.schemas.Topics;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes sightings of persons, and states those that enough publishers have named. */
final class PersonProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  private static final Logger LOG = LoggerFactory.getLogger(PersonProcessor.class);

  private final PersonLearning learning;
  private final EnrichSerdes serdes;
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<String, PersonMemory> memories;

  @SuppressWarnings("NullAway.Init") // init comes before the first record
  PersonProcessor(PersonLearning learning, EnrichSerdes serdes) {
    this.learning = learning;
    this.serdes = serdes;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.memories = context.getStateStore(EnrichTopology.PERSON_NAMES);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    if (record.key() == null || record.value() == null) {
      return;
    }
    PersonSighting sighting;
    try {
      sighting = serdes.sighting().decode(record.value());
    } catch (SerializationException e) {
      LOG.warn("skips a sighting that cannot be read reason={}", e.getMessage());
      return;
    }
    String key = new String(record.key(), UTF_8);
    PersonMemory before = memories.get(key);
    PersonMemory after = learning.after(before, sighting);
    if (learning.isLearntBy(after)) {
      after = PersonMemory.newBuilder(after).setLearnt(true).build();
      state(key, after, record.timestamp());
    }
    if (!after.equals(before)) {
      memories.put(key, after);
    }
  }

  private void state(String key, PersonMemory memory, long timestamp) {
    EntityCorrection statement =
        PersonLearning.statement(key, memory, Instant.ofEpochMilli(context.currentSystemTimeMs()));
    context.forward(
        new Record<>(
            statement.getId().getBytes(UTF_8),
            serdes.entity().encode(Topics.ENTITY.name(), statement),
            timestamp),
        EnrichTopology.ENTITIES);
    LOG.info("learns a person id={} names={}", statement.getId(), statement.getNames());
  }
}
