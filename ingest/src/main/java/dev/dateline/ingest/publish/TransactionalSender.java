package dev.dateline.ingest.publish;

import dev.dateline.runtime.FaultPoint;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.ledger.Counts;
import dev.dateline.runtime.metrics.Metrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends batches, each in one transaction, under a stable transactional id. A batch whose fate is
 * unknown may be sent again: consumers of observations drop repeats.
 */
public final class TransactionalSender implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TransactionalSender.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

  private final String transactionalId;
  private final Map<String, Object> configuration;
  private final Duration transactionTimeout;
  private final Metrics metrics;
  private final ReentrantLock sending = new ReentrantLock();
  private final Map<String, Counts> barred = new HashMap<>();
  private @Nullable Producer<String, byte[]> producer;
  private LifeLedger ledger = new LifeLedger();
  private @Nullable KafkaClientMetrics meters;

  /**
   * @param transactionalId stable, and of one owner at a time
   */
  public TransactionalSender(KafkaClients clients, String transactionalId, Metrics metrics) {
    this.transactionalId = transactionalId;
    this.transactionTimeout = clients.settings().transactionTimeout();
    this.metrics = metrics;
    this.configuration = new HashMap<>(clients.producer(transactionalId));
    configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
  }

  /**
   * Takes the transactional id over: what the former owner left open is ended, and it can send no
   * more.
   *
   * @throws KafkaException where the brokers do not answer; it may be tried again
   */
  public void takeOver() {
    sending.lock();
    try {
      open();
    } catch (KafkaException e) {
      abandon();
      throw e;
    } finally {
      sending.unlock();
    }
  }

  /**
   * Sends and commits a batch, with the counts of what was kept out since; it may be empty, where
   * these are all there is.
   *
   * @return where its records lie, in order
   * @throws KafkaException where it is not known to be committed; the same batch may be tried again
   * @throws FencedException where another process has taken over
   */
  public List<RecordMetadata> send(List<Outgoing> batch) throws FencedException {
    long start = System.nanoTime();
    sending.lock();
    try {
      Producer<String, byte[]> open = open();
      FaultPoint.INGEST_BATCH_READ.pass();
      open.beginTransaction();
      List<ProducerRecord<String, byte[]>> records =
          new ArrayList<>(batch.stream().map(Outgoing::record).toList());
      records.addAll(ledger.counting(records, barred));
      List<Future<RecordMetadata>> sends = new ArrayList<>(records.size());
      records.forEach(record -> sends.add(open.send(record)));
      open.flush();
      List<RecordMetadata> sent = sends.stream().map(TransactionalSender::check).toList();
      FaultPoint.INGEST_BATCH_SENT.pass();
      open.commitTransaction();
      FaultPoint.INGEST_BATCH_COMMITTED.pass();
      ledger.committed();
      barred.clear();
      return sent.subList(0, batch.size());
    } catch (KafkaException | IllegalStateException e) {
      abandon();
      // a transaction that outlived its time was ended by the broker, not by another process
      boolean late = System.nanoTime() - start > transactionTimeout.toNanos();
      if (isFencing(e) && !late) {
        throw new FencedException(transactionalId, e);
      }
      throw e instanceof KafkaException known ? known : new KafkaException(e.getMessage(), e);
    } finally {
      sending.unlock();
    }
  }

  /** Counts an article that was taken down and kept out, with the next batch. */
  public void barred(String sourceId) {
    sending.lock();
    try {
      barred.merge(sourceId, Counts.IN.plus(Counts.DELETED), Counts::plus);
    } finally {
      sending.unlock();
    }
  }

  /**
   * Interrupts the thread that sends, but not inside a transaction where that ends in time: what an
   * interrupted one leaves open holds back readers until it times out.
   */
  public void interrupt(Thread thread) {
    boolean between = false;
    try {
      between = sending.tryLock(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
    if (between) {
      sending.unlock();
    }
  }

  private Producer<String, byte[]> open() {
    Producer<String, byte[]> known = producer;
    if (known != null) {
      return known;
    }
    Producer<String, byte[]> opened =
        new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
    producer = opened;
    ledger = new LifeLedger();
    meters = new KafkaClientMetrics(opened);
    metrics.bind(meters);
    opened.initTransactions();
    FaultPoint.INGEST_TAKEN_OVER.pass();
    return opened;
  }

  private static RecordMetadata check(Future<RecordMetadata> sent) {
    try {
      return sent.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known
          ? known
          : new KafkaException("a send failed", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static boolean isFencing(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof ProducerFencedException || t instanceof InvalidProducerEpochException) {
        return true;
      }
    }
    return false;
  }

  /** Lets go of the producer; the next one ends its open transaction, under the same id. */
  private void abandon() {
    Producer<String, byte[]> abandoned = producer;
    producer = null;
    if (abandoned != null) {
      closeQuietly(abandoned, Duration.ZERO);
    }
  }

  private void closeQuietly(Producer<String, byte[]> closing, Duration patience) {
    KafkaClientMetrics bound = meters;
    meters = null;
    if (bound != null) {
      bound.close();
    }
    try {
      closing.close(patience);
    } catch (KafkaException e) {
      LOG.debug("producer did not close well reason={}", e.toString());
    }
  }

  @Override
  public void close() {
    Producer<String, byte[]> closing = producer;
    producer = null;
    if (closing != null) {
      boolean interrupted = Thread.interrupted(); // closing a producer is not to be interrupted
      closeQuietly(closing, CLOSE_PATIENCE);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
