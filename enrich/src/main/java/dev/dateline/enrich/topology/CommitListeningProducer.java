package dev.dateline.enrich.topology;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Tells the tally how transactions end. */
final class CommitListeningProducer extends KafkaProducer<byte[], byte[]> {

  private final Tally tally;

  CommitListeningProducer(Map<String, Object> config, Tally tally) {
    super(config, new ByteArraySerializer(), new ByteArraySerializer());
    this.tally = tally;
  }

  @Override
  public void commitTransaction() {
    super.commitTransaction();
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
