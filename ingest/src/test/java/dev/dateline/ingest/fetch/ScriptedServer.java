package dev.dateline.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A web server of raw sockets that says whatever a test wants it to say, byte by byte. Paths
 * without a script are answered 404.
 */
final class ScriptedServer implements AutoCloseable {

  /** What is said after a request; the connection is closed when it returns. */
  @FunctionalInterface
  interface Script {
    void play(OutputStream out) throws IOException, InterruptedException;
  }

  /** A request as it came. */
  record Request(String method, String target, Map<String, String> headers) {}

  private final ServerSocket socket;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);

  ScriptedServer() throws IOException {
    this(InetAddress.getByName("127.0.0.1"), 0);
  }

  ScriptedServer(InetAddress address, int port) throws IOException {
    socket = new ServerSocket(port, 50, address);
    start("accept", this::accept);
  }

  /** Answers a path with the script, each time. */
  ScriptedServer on(String path, Script script) {
    scripts.put(path, script);
    return this;
  }

  /** Answers a path with these bytes, line ends and all. */
  ScriptedServer on(String path, String answer) {
    return on(path, out -> out.write(answer.getBytes(ISO_8859_1)));
  }

  /** Answers a path with 200, headers and a body. */
  ScriptedServer onBody(String path, String headers, byte[] body) {
    return on(path, out -> out.write(ok(headers, body)));
  }

  static byte[] ok(String headers, byte[] body) {
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n")
            .getBytes(ISO_8859_1);
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }

  static String redirect(int status, String location) {
    return "HTTP/1.1 "
        + status
        + " Moved\r\nLocation: "
        + location
        + "\r\nContent-Length: 0\r\n\r\n";
  }

  /** Says nothing until the server is closed. */
  void hang() throws InterruptedException {
    closing.await();
  }

  int port() {
    return socket.getLocalPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Connections so far, of whatever kind. */
  int connections() {
    return connections.get();
  }

  List<Request> requests(String path) {
    return requests.stream().filter(request -> request.target().equals(path)).toList();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.incrementAndGet();
        open.add(connection);
        start("connection", () -> serve(connection));
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      String[] line = in.readLine().split(" ", 3);
      Map<String, String> headers = new TreeMap<>();
      for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
        String[] parts = header.split(": ", 2);
        headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
      }
      requests.add(new Request(line[0], line[1], headers));
      OutputStream out = connection.getOutputStream();
      scripts
          .getOrDefault(
              line[1],
              absent ->
                  absent.write("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1)))
          .play(out);
      out.flush();
    } catch (IOException | RuntimeException e) {
      return; // the client went away, as it may
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, "scripted-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      socket.close();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
