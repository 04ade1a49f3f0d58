package dev.dateline.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

  @TempDir Path folder;

  @Test
  void remembersAPort() {
    int port = Ports.remembered(folder.resolve("deep/port"));

    assertThat(Ports.remembered(folder.resolve("deep/port"))).isEqualTo(port);
  }

  @Test
  void takesAnotherPortWhereTheRememberedOneIsTaken() throws IOException {
    Path file = folder.resolve("port");
    int port = Ports.remembered(file);

    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      int other = Ports.remembered(file);

      assertThat(other).isNotEqualTo(taken.getLocalPort());
      assertThat(Files.readString(file).strip()).isEqualTo(Integer.toString(other));
    }
  }

  @Test
  void takesAnotherPortThanTheOnesGiven() {
    int port = Ports.remembered(folder.resolve("port"));

    assertThat(Ports.remembered(folder.resolve("port"), port)).isNotEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "port", "-1", "0", "65536", "99999999999"})
  void takesAFreePortWhereTheFileHoldsNone(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("port"), content);

    assertThat(Ports.remembered(file)).isBetween(1, 65535);
  }
}
