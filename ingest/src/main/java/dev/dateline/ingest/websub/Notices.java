package dev.dateline.ingest.websub;

import dev.dateline.schemas.SourceNotice;
import org.apache.kafka.common.KafkaException;

/** Where it goes what hubs call back with. */
interface Notices {

  /**
   * Sends a notice; returns when the brokers have it.
   *
   * @param partition of its source
   * @throws KafkaException where the brokers or the registry do not answer
   */
  void send(SourceNotice notice, int partition) throws InterruptedException;
}
