package dev.dateline.enrich.topology;

import dev.dateline.runtime.FaultPoint;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Tells the tally how transactions end. */
final class CommitListeningProducer extends KafkaProducer<byte[], byte[]> {

  private final Tally tally;

  CommitListeningProducer(Map<String, Object> config, Tally tally) {
    super(config, new ByteArraySerializer(), new ByteArraySerializer());
    this.tally = tally;
  }

  @Override
  public void sendOffsetsToTransaction(
      Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
    super.sendOffsetsToTransaction(offsets, group);
    FaultPoint.ENRICH_OFFSETS_SENT.pass();
  }

  @Override
  public void commitTransaction() {
    FaultPoint.ENRICH_COMMITTING.pass();
    super.commitTransaction();
    FaultPoint.ENRICH_COMMITTED.pass();
    tally.committed();
  }

  @Override
  public void abortTransaction() {
    tally.aborted();
    super.abortTransaction();
  }

  @Override
  public void close(Duration timeout) {
    tally.aborted();
    super.close(timeout);
  }
}
