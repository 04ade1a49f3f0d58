package dev.dateline.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.Parent;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void keepsItsDataAddressAndClusterOverAnOrderlyRestart() {
    String bootstrap;
    String cluster;
    try (EmbeddedKafka kafka = started()) {
      bootstrap = kafka.bootstrap();
      cluster = Records.clusterId(bootstrap);
      Records.send(bootstrap, "first");
    }

    try (EmbeddedKafka kafka = started()) {
      assertThat(kafka.bootstrap()).isEqualTo(bootstrap);
      assertThat(Records.clusterId(bootstrap)).isEqualTo(cluster);
      awaitRecords(bootstrap, "first");
    }
  }

  @Test
  void takesManyOfTheLargestRecordsInItsSmallHeap() {
    String largest = incompressible(KafkaClients.MAX_RECORD_BYTES - 100);
    String[] many = Collections.nCopies(24, largest).toArray(new String[0]);
    try (EmbeddedKafka kafka = started()) {
      kafka.bootstrap();
      long process = kafka.pid();

      Records.send(kafka.bootstrap(), many);

      await().atMost(SOON).until(() -> Records.read(kafka.bootstrap()).size() == many.length);
      assertThat(kafka.pid()).isEqualTo(process);
    }
  }

  @Test
  void comesBackAtTheSameAddressWhenItIsKilled() {
    try (EmbeddedKafka kafka = started()) {
      String bootstrap = kafka.bootstrap();
      Records.send(bootstrap, "kept");
      long first = kafka.pid();

      ProcessHandle.of(first).orElseThrow().destroyForcibly();

      await().atMost(SOON).until(() -> kafka.pid() > 0 && kafka.pid() != first);
      await().atMost(SOON).until(() -> kafka.check().state() == Health.State.UP);
      awaitRecords(bootstrap, "kept");
      Records.send(bootstrap, "more");
      awaitRecords(bootstrap, "kept", "more");
    }
  }

  @Test
  void leavesNoOrphanWhenItsParentIsKilledAndTakesAnotherPortWhereItsOwnIsTaken() throws Exception {
    try (Parent parent = Parent.start("kafka", folder)) {
      Records.send(parent.address(), "kept");

      parent.kill();

      await().atMost(SOON).until(() -> !parent.child().isAlive());
      int port = Integer.parseInt(parent.address().split(":")[1]);
      try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
          EmbeddedKafka kafka = started()) {
        assertThat(kafka.bootstrap()).doesNotEndWith(":" + taken.getLocalPort());
        awaitRecords(kafka.bootstrap(), "kept");
      }
    }
  }

  @Test
  void saysWhyItDoesNotStart() throws IOException {
    Path log = Files.createDirectories(folder.resolve("log"));
    Files.writeString(
        log.resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=somebody-elses-000\n");

    try (EmbeddedKafka kafka = started()) {
      assertThatThrownBy(kafka::bootstrap)
          .isInstanceOf(UserException.class)
          .hasMessageContaining("kafka.log")
          .hasMessageContaining("Stored node id 7")
          .extracting(e -> ((UserException) e).exitCode())
          .isEqualTo(ExitCode.UNAVAILABLE);
      assertThat(kafka.check().state()).isEqualTo(Health.State.DOWN);
    }
  }

  private static String incompressible(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    for (int i = 0; i < length; i++) {
      bytes[i] &= 0x7f;
    }
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  /** A commit is answered before its markers are in the partitions: readers may wait a moment. */
  private static void awaitRecords(String bootstrap, String... expected) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(Records.read(bootstrap)).containsExactly(expected));
  }

  private EmbeddedKafka started() {
    EmbeddedKafka kafka = new EmbeddedKafka(folder, Parent.CACHE);
    kafka.start();
    return kafka;
  }
}
