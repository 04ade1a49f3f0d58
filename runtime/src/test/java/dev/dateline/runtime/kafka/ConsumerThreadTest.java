package dev.dateline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Its consumers are real ones, whose brokers nobody runs. */
class ConsumerThreadTest {

  private static final Map<String, Object> NOBODY =
      new KafkaClients(
              new KafkaSettings(
                  "127.0.0.1:1",
                  URI.create("http://127.0.0.1:1"),
                  1,
                  1,
                  Duration.ofSeconds(10),
                  Duration.ofSeconds(10)))
          .reader("test");

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
  private final ConsumerThread thread = new ConsumerThread("work", NOBODY, new Scripted());

  /** Throws the faults one by one; when there are no more, it waits for records. */
  private final class Scripted implements ConsumerThread.Work {

    @Override
    public void begin(KafkaConsumer<String, byte[]> consumer) {
      TopicPartition partition = new TopicPartition("topic", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      told.add("begins: " + thread.trouble());
    }

    @Override
    public void round(KafkaConsumer<String, byte[]> consumer) {
      Throwable fault = faults.poll();
      if (fault instanceof Error error) {
        throw error;
      } else if (fault instanceof RuntimeException exception) {
        throw exception;
      }
      told.add("round");
      consumer.poll(Duration.ofDays(1));
    }
  }

  @AfterEach
  void close() {
    thread.close();
  }

  @Test
  void beginsAnewWhereKafkaFailsAndSaysSo() throws InterruptedException {
    faults.add(new KafkaException("no answer"));
    thread.start();
    assertThat(told.take()).isEqualTo("begins: null");
    assertThat(told.take()).startsWith("begins: ").contains("no answer");
    assertThat(told.take()).isEqualTo("round");
  }

  @Test
  void aBugEndsItAndShows() {
    for (Throwable bug : List.of(new IllegalStateException("a bug"), new StackOverflowError())) {
      faults.add(bug);
      ConsumerThread doomed = new ConsumerThread("doomed", NOBODY, new Scripted());
      doomed.start();
      while (doomed.trouble() == null) {
        Thread.onSpinWait();
      }
      assertThat(doomed.trouble()).contains("doomed", bug.toString());
      doomed.close();
      assertThat(doomed.trouble()).contains(bug.toString());
    }
    assertThat(told).containsOnly("begins: null");
  }

  @Test
  void endsWhileItWaitsForRecordsAndIsWellThen() throws InterruptedException {
    thread.start();
    assertThat(told.take()).isEqualTo("begins: null");
    assertThat(told.take()).isEqualTo("round");
    thread.close();
    assertThat(thread.trouble()).isNull();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("work");
  }

  @Test
  void oneThatNeverBeganIsClosed() {
    thread.close();
    assertThat(told).isEmpty();
  }
}
