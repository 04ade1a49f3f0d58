package dev.dateline.ingest.publish;

import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * A record to be sent, and what to do when it is committed and known where it lies.
 *
 * @param bytes length of its value
 */
public record Outgoing(
    ProducerRecord<String, byte[]> record, int bytes, Consumer<RecordMetadata> committed) {}
