package dev.dateline.testkit.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A WebSub hub on loopback (W3C Recommendation of 2018): takes subscriptions, verifies the intent,
 * fetches a topic when it is pinged and delivers it signed. It can be told to behave badly.
 */
public final class WebSubHub implements AutoCloseable {

  /** How the hub behaves. */
  public enum Manner {
    GOOD,
    /** Denies every subscription. */
    DENYING,
    /** Takes subscriptions and never verifies them. */
    SILENT,
    /** Takes subscriptions and delivers nothing. */
    DROPPING,
    /** Signs with another secret. */
    FORGING,
    /** Answers 500 to every request. */
    BROKEN
  }

  /** A subscription that was verified. */
  private record Subscription(String topic, String callback, String secret) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Manner manner = Manner.GOOD;
  private volatile long leaseSeconds;

  private WebSubHub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1_000);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Starts one that behaves well. */
  public static WebSubHub start() {
    try {
      return new WebSubHub();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on loopback", e);
    }
  }

  /** Its address. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hub";
  }

  /** From now on it behaves like that. */
  public void behave(Manner other) {
    manner = other;
  }

  /** Leases for so long, whatever is asked for; 0 for what is asked for. */
  public void lease(long seconds) {
    leaseSeconds = seconds;
  }

  /** What it was asked for so far: mode, a space, topic. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Topics of subscriptions that are verified, each as often as it is subscribed to. */
  public List<String> topics() {
    return subscriptions.values().stream().map(Subscription::topic).toList();
  }

  /** Callback addresses of a topic. */
  public List<String> callbacks(String topic) {
    return subscriptions.values().stream()
        .filter(subscription -> subscription.topic().equals(topic))
        .map(Subscription::callback)
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      requests.add(form.get("hub.mode") + " " + form.get("hub.topic"));
      boolean broken = manner == Manner.BROKEN || form.get("hub.callback") == null;
      exchange.sendResponseHeaders(broken ? 500 : 202, -1);
      if (!broken) {
        threads.execute(() -> verify(form));
      }
    }
  }

  private void verify(Map<String, String> form) {
    String callback = form.get("hub.callback");
    String topic = form.get("hub.topic");
    if (manner == Manner.DENYING) {
      get(callback + "?hub.mode=denied&hub.topic=" + encode(topic) + "&hub.reason=not+here");
    } else if (manner != Manner.SILENT && confirm(form, callback, topic)) {
      if (form.get("hub.mode").equals("subscribe")) {
        String secret = form.getOrDefault("hub.secret", "");
        subscriptions.put(callback, new Subscription(topic, callback, secret));
      } else {
        subscriptions.remove(callback);
      }
    }
  }

  private boolean confirm(Map<String, String> form, String callback, String topic) {
    String challenge = Long.toString(ThreadLocalRandom.current().nextLong(), 36);
    String lease = leaseSeconds == 0 ? form.get("hub.lease_seconds") : Long.toString(leaseSeconds);
    HttpResponse<String> answer =
        get(
            callback
                + "?hub.mode="
                + form.get("hub.mode")
                + "&hub.topic="
                + encode(topic)
                + "&hub.challenge="
                + challenge
                + "&hub.lease_seconds="
                + lease);
    return answer.statusCode() == 200 && answer.body().equals(challenge);
  }

  /**
   * The publisher says that a topic has changed: it is fetched and delivered.
   *
   * @return what the subscribers answered
   */
  public List<Integer> ping(String topic) {
    HttpResponse<byte[]> document =
        send(HttpRequest.newBuilder(URI.create(topic)).build(), BodyHandlers.ofByteArray());
    String type = document.headers().firstValue("Content-Type").orElse("text/xml");
    return document.statusCode() == 200 ? deliver(topic, type, document.body()) : List.of();
  }

  /** Delivers a document. */
  public List<Integer> deliver(String topic, String mediaType, byte[] document) {
    List<Integer> answers = new ArrayList<>();
    for (Subscription subscription : subscriptions.values()) {
      if (subscription.topic().equals(topic) && manner != Manner.DROPPING) {
        String secret = manner == Manner.FORGING ? "another" : subscription.secret();
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(subscription.callback()))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", mediaType)
                .header("Link", "<" + url() + ">; rel=\"hub\", <" + topic + ">; rel=\"self\"")
                .header("X-Hub-Signature", "sha256=" + hmac(secret, document))
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                .build();
        answers.add(send(request, BodyHandlers.discarding()).statusCode());
      }
    }
    return answers;
  }

  private static String hmac(String secret, byte[] document) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(document));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> get(String url) {
    return send(
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build(),
        BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, equals), UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return form;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
