package dev.dateline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberNameTest {

  private static final KafkaSettings NOWHERE =
      new KafkaSettings(
          "127.0.0.1:1",
          URI.create("http://127.0.0.1:1"),
          1,
          1,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  @TempDir private Path folder;

  @Test
  void theNextLifeHasTheNameOfTheOneThatEnded() {
    Object first;
    try (MemberName name = name("sink")) {
      first = id(name);
      assertThat(first).isNotNull();
    }

    try (MemberName name = name("sink")) {
      assertThat(id(name)).isEqualTo(first);
    }
  }

  @Test
  void noTwoThatLiveHaveOneName() throws Exception {
    try (MemberName one = name("sink");
        MemberName two = name("sink");
        MemberName other = name("ingest")) {
      assertThat(id(one)).isNotEqualTo(id(two));
      assertThat(id(other)).isNotIn(id(one), id(two));
    }
  }

  @Test
  void aNameThatAnotherProcessHoldsIsLeftToItUntilItIsKilled() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String held = holder.inputReader().readLine();
      try (MemberName name = name("sink")) {
        assertThat(id(name)).isNotNull().isNotEqualTo(held);
      }
      holder.destroyForcibly();
      assertThat(holder.waitFor(1, TimeUnit.MINUTES)).isTrue();
      try (MemberName name = name("sink")) {
        assertThat(id(name)).isEqualTo(held);
      }
    } finally {
      holder.destroyForcibly();
    }
  }

  /** Holds a name until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      MemberName name = MemberName.of(NOWHERE.withMembers(Path.of(arguments[0])), "sink");
      System.out.println(id(name));
      Thread.sleep(Duration.ofMinutes(2).toMillis());
      name.close();
    }
  }

  @Test
  void aFileThatWasCutIsWrittenAnew() throws Exception {
    Files.writeString(folder.resolve("sink-1"), "1234-");

    try (MemberName name = name("sink")) {
      assertThat(Files.readString(folder.resolve("sink-1")).strip()).isEqualTo(id(name));
    }
  }

  @Test
  void thereIsNoneWithoutAFolder() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (MemberName unset = MemberName.of(NOWHERE, "sink");
        MemberName impossible = MemberName.of(NOWHERE.withMembers(file.resolve("x")), "sink")) {
      assertThat(id(unset)).isNull();
      assertThat(id(impossible)).isNull();
    }
  }

  @Test
  void whoIsFencedGoesOnWithout() {
    try (MemberName name = name("sink")) {
      name.failed(new TimeoutException("no answer"));
      assertThat(id(name)).isNotNull();

      name.failed(new FencedInstanceIdException("another one has it"));

      assertThat(id(name)).isNull();
    }
  }

  private MemberName name(String group) {
    return MemberName.of(NOWHERE.withMembers(folder), group);
  }

  private static @Nullable Object id(MemberName name) {
    Map<String, Object> configuration = new HashMap<>();
    name.name(configuration);
    return configuration.get(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
  }
}
