package dev.dateline.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerWaitTest {

  private final List<String> said = new ArrayList<>();
  private final BrokerWait wait = new BrokerWait(Duration.ofMillis(600), Duration.ofSeconds(3));

  @Test
  void saysOnceWhoIsWaitedForAndForHowLong() throws IOException {
    String bootstrap = "127.0.0.1:" + freePort();

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> wait.await(bootstrap, said::add))
        .withMessage(
            "Nobody answers at "
                + bootstrap
                + ". Start the brokers, or name others with kafka.bootstrap.")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.UNAVAILABLE));

    assertThat(said)
        .containsExactly(
            "nobody answers at "
                + bootstrap
                + "; waits 3 s for the brokers that kafka.bootstrap names");
  }

  @Test
  void goesOnAsSoonAsOneOfThemAnswers() throws Exception {
    try (ServerSocket broker = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
      wait.await("127.0.0.1:" + freePort() + ", 127.0.0.1:" + broker.getLocalPort(), said::add);
    }

    assertThat(said).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "a b:9092", "127.0.0.1:99999"})
  void whatIsNoAddressIsToldAtOnce(String bootstrap) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> wait.await(bootstrap, said::add))
        .withMessageContaining("HOST:PORT")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
