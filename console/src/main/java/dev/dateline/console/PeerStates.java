package dev.dateline.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the endpoints of other processes for their health, now and then. */
final class PeerStates implements Runnable {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration INTERVAL = Duration.ofSeconds(3);
  private static final int MAX_BYTES = 256 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<URI> peers;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final Map<URI, List<ServiceState>> states = new ConcurrentHashMap<>();

  PeerStates(List<URI> peers) {
    this.peers = List.copyOf(peers);
  }

  /** What the peers said last, in the order of the configuration. */
  List<ServiceState> states() {
    List<ServiceState> all = new ArrayList<>();
    peers.forEach(peer -> all.addAll(states.getOrDefault(peer, List.of(notAsked(peer)))));
    return all;
  }

  @Override
  public void run() {
    try {
      while (!peers.isEmpty()) {
        for (URI peer : peers) {
          states.put(peer, ask(peer));
        }
        Thread.sleep(INTERVAL.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<ServiceState> ask(URI peer) throws InterruptedException {
    URI health = URI.create(peer.toString().replaceAll("/+$", "") + "/health");
    HttpRequest request = HttpRequest.newBuilder(health).timeout(TIMEOUT).build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return read(peer, JSON.readTree(body.readNBytes(MAX_BYTES)));
      }
    } catch (IOException e) {
      return List.of(ServiceState.unreachable(peer.toString(), "does not answer at /health"));
    }
  }

  private static List<ServiceState> read(URI peer, JsonNode answer) {
    List<ServiceState> read = new ArrayList<>();
    for (Map.Entry<String, JsonNode> service : answer.path("services").properties()) {
      read.add(
          new ServiceState(
              service.getKey(),
              service.getValue().path("state").asText("UNKNOWN"),
              service.getValue().path("detail").asText(),
              peer.toString()));
    }
    return read.isEmpty()
        ? List.of(ServiceState.unreachable(peer.toString(), "its /health names no service"))
        : List.copyOf(read);
  }

  private static ServiceState notAsked(URI peer) {
    return new ServiceState(peer.toString(), "STARTING", "not asked yet", peer.toString());
  }
}
