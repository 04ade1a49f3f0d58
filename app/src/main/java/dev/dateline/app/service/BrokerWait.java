package dev.dateline.app.service;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/**
 * Waits until somebody answers where the brokers are said to be: they may be started after the
 * services. Kafka's clients would log a warning for every attempt meanwhile.
 */
final class BrokerWait {

  private static final int CONNECT_MILLIS = 2_000;
  private static final int PAUSE_MILLIS = 500;

  private final Duration quiet;
  private final Duration patience;

  /**
   * @param quiet so long nothing is said of the wait
   * @param patience for how long it goes on
   */
  BrokerWait(Duration quiet, Duration patience) {
    this.quiet = quiet;
    this.patience = patience;
  }

  /**
   * Waits.
   *
   * @param bootstrap as {@code kafka.bootstrap} gives it
   * @param says hears once that it takes longer
   * @throws UserException where nobody answers in time, or that is no list of addresses
   */
  void await(String bootstrap, Consumer<String> says) throws InterruptedException {
    List<InetSocketAddress> brokers =
        Stream.of(bootstrap.split(",")).map(String::strip).map(BrokerWait::address).toList();
    long start = System.nanoTime();
    boolean said = false;
    while (brokers.stream().noneMatch(BrokerWait::answers)) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(patience) >= 0) {
        throw new UserException(
            ExitCode.UNAVAILABLE,
            "Nobody answers at "
                + bootstrap
                + ". Start the brokers, or name others with kafka.bootstrap.");
      }
      if (!said && waited.compareTo(quiet) >= 0) {
        said = true;
        says.accept(
            "nobody answers at "
                + bootstrap
                + "; waits "
                + inWords(patience)
                + " for the brokers that kafka.bootstrap names");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static InetSocketAddress address(String broker) {
    String host = Utils.getHost(broker);
    Integer port = Utils.getPort(broker);
    if (host == null || port == null || port > 65_535) {
      throw new UserException(
          ExitCode.USAGE, "kafka.bootstrap: '" + broker + "' is no address. Write HOST:PORT.");
    }
    return InetSocketAddress.createUnresolved(host, port);
  }

  private static boolean answers(InetSocketAddress broker) {
    try (Socket socket = new Socket()) {
      // Looked up each time: a name may come with its container.
      socket.connect(
          new InetSocketAddress(broker.getHostString(), broker.getPort()), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Such as {@code 5 minutes}, or {@code 2 s} below one. */
  static String inWords(Duration duration) {
    return duration.toMinutes() > 1
        ? duration.toMinutes() + " minutes"
        : duration.toSeconds() + " s";
  }
}
