package dev.dateline.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small publisher on loopback whose documents a test changes as it goes. */
public final class Site implements AutoCloseable {

  /** What one path answers. */
  private record Reply(int status, byte[] body, Map<String, String> headers) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile boolean lying;

  public Site() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  public void put(String path, String body, String... headers) {
    put(200, path, body, headers);
  }

  public void put(int status, String path, String body, String... headers) {
    Map<String, String> all = new ConcurrentHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    replies.put(path, new Reply(status, body.getBytes(UTF_8), all));
  }

  /** Paths that were asked for, with what the condition was. */
  public List<String> requests() {
    return requests;
  }

  /** Says 304 to every conditional request, whatever has changed. */
  public void lie() {
    lying = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String etag = exchange.getRequestHeaders().getFirst("If-None-Match");
    requests.add(path + (etag == null ? "" : " " + etag));
    Reply reply = replies.getOrDefault(path, new Reply(404, new byte[0], Map.of()));
    boolean same = etag != null && (lying || etag.equals(reply.headers().get("ETag")));
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    try (exchange) {
      if (same) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.sendResponseHeaders(
          reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  /** An RSS item with enough text to be no teaser. */
  public static String item(String guid, String link, String title, String date, String text) {
    return "<item><guid isPermaLink=\"false\">%s</guid><link>%s</link><title>%s</title><pubDate>%s</pubDate><description>%s</description></item>"
        .formatted(guid, link, title, date, text);
  }

  public static String rss(String... items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Paper</title><language>en</language>"
        + String.join("", items)
        + "</channel></rss>";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
