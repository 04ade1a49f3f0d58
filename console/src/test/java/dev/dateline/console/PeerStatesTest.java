package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.metrics.Metrics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerStatesTest {

  @Test
  void peersTellTheirStateAndAMissingOneIsUnreachable() throws Exception {
    try (Metrics metrics = new Metrics();
        HttpEndpoint peer =
            new HttpEndpoint(
                new HttpSettings("127.0.0.1", 0),
                List.of(new FixedService(Health.down("no database"))),
                metrics,
                List.of())) {
      peer.start();
      URI here = URI.create("http://127.0.0.1:" + peer.port() + "/");
      URI nobody = URI.create("http://127.0.0.1:1");
      PeerStates states = new PeerStates(List.of(here, nobody));
      Thread thread = new Thread(states);
      thread.start();

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(states.states())
                      .containsExactly(
                          new ServiceState("sink", "DOWN", "no database", here.toString()),
                          ServiceState.unreachable(
                              nobody.toString(), "does not answer at /health")));
      thread.interrupt();
      thread.join();
    }
  }

  private record FixedService(Health health) implements Service {
    @Override
    public String name() {
      return "sink";
    }

    @Override
    public void start() {}

    @Override
    public Health check() {
      return health;
    }

    @Override
    public void close() {}
  }
}
