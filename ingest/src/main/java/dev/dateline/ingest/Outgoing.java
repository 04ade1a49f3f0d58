package dev.dateline.ingest;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record to be sent, and what to do when it is committed.
 *
 * @param bytes length of its value
 */
record Outgoing(ProducerRecord<String, byte[]> record, int bytes, Runnable committed) {}
