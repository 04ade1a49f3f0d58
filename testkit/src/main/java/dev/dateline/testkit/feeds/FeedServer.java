package dev.dateline.testkit.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Thousands of feeds with their pages and robots.txt on loopback. Time goes by in steps of ten
 * minutes: {@link #step} publishes, edits and takes back; {@link #model} says what is true. All
 * depends on the seed alone. Feeds differ in format and {@linkplain FeedTrouble trouble}, in turn.
 */
public final class FeedServer implements AutoCloseable {

  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final Duration DRIP = Duration.ofMillis(20);
  private static final Duration LONGEST_HANG = Duration.ofMinutes(2);

  private final List<HttpServer> servers = new ArrayList<>();
  private final List<Publisher> publishers = new ArrayList<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "feed-server");
            thread.setDaemon(true);
            return thread;
          });
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();
  private Instant now = BEGINNING;
  private volatile boolean calm;
  private volatile int hanging;
  private volatile @Nullable String hub;

  private FeedServer() {}

  /**
   * Starts a world of feeds and takes its first step.
   *
   * @param feeds how many; of 54 in a row each has another format or trouble
   * @param ports how many servers share them
   */
  public static FeedServer start(long seed, int feeds, int ports) {
    FeedServer world = new FeedServer();
    try {
      for (int i = 0; i < ports; i++) {
        world.listen(InetAddress.getByName("127.0.0.1"));
      }
    } catch (IOException e) {
      world.close();
      throw new UncheckedIOException("cannot listen on loopback", e);
    }
    world.publish(seed, feeds, i -> "http://127.0.0.1:" + world.port(i % ports));
    return world;
  }

  /**
   * Starts a world in which each feed has a host of its own: an address of the loopback network,
   * 127.0.0.0/8, of which Linux has them all.
   */
  public static FeedServer startOnManyHosts(long seed, int feeds) {
    FeedServer world = new FeedServer();
    try {
      world.listen(new InetSocketAddress(0).getAddress());
    } catch (IOException e) {
      world.close();
      throw new UncheckedIOException("cannot listen", e);
    }
    world.publish(seed, feeds, i -> "http://" + host(i) + ":" + world.port(0));
    return world;
  }

  private static String host(int feed) {
    return "127." + (1 + feed / 62_500) + "." + feed / 250 % 250 + "." + (1 + feed % 250);
  }

  private int port(int server) {
    return servers.get(server).getAddress().getPort();
  }

  private void publish(long seed, int feeds, IntFunction<String> site) {
    FeedTrouble[] troubles = FeedTrouble.values();
    FeedFormat[] formats = FeedFormat.values();
    for (int i = 0; i < feeds; i++) {
      publishers.add(
          new Publisher(
              i,
              site.apply(i),
              formats[i / troubles.length % formats.length],
              troubles[i % troubles.length],
              seed));
    }
    step();
  }

  private void listen(InetAddress address) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(address, 0), 1_000);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    servers.add(server);
  }

  /** The addresses of the feeds. */
  public List<String> urls() {
    return publishers.stream().map(Publisher::url).toList();
  }

  /** Ten minutes go by. Whoever comes every third step at least misses no article. */
  public synchronized void step() {
    now = now.plus(STEP);
    publishers.forEach(publisher -> publisher.step(now));
  }

  /** Ends all trouble of the wire: from now on every request is answered at once and truly. */
  public void calm() {
    calm = true;
  }

  /** The servers of the first so many feeds take requests and answer none from now on. */
  public void hang(int feeds) {
    hanging = feeds;
  }

  /** Every feed names this hub from now on, and its own address as the topic. */
  public void advertise(String hubUrl) {
    hub = hubUrl;
  }

  /** What the feeds have published so far, in the order of {@link #urls}. */
  public List<ModelFeed> model() {
    return publishers.stream().map(Publisher::model).toList();
  }

  /** Requests that came so far, of whatever kind. */
  public int requests() {
    return requests.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    if (!exchange.getLocalAddress().getAddress().isLoopbackAddress()) {
      exchange.close(); // nobody else is served
      return;
    }
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      Publisher publisher = path.length > 2 ? publisher(path[2]) : null;
      if (publisher != null && publisher.number() < hanging) {
        closing.await(LONGEST_HANG.toSeconds(), TimeUnit.SECONDS);
        return;
      }
      if (path[1].equals("robots.txt")) {
        send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /private/\n".getBytes(UTF_8));
      } else if (publisher == null) {
        fail(exchange, 404);
      } else if (path[1].equals("feeds") || path[1].equals("moved")) {
        answerFeed(exchange, publisher, path[1].equals("moved"));
      } else if (path[1].equals("pages") && path.length == 4) {
        answerPage(exchange, publisher.item(number(path[3])));
      } else {
        fail(exchange, 404);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answerPage(HttpExchange exchange, @Nullable Item item) throws IOException {
    if (item == null || item.deleted()) {
      fail(exchange, item == null ? 404 : 410);
    } else {
      send(exchange, 200, "text/html; charset=utf-8", FeedDocument.page(item));
    }
  }

  private void answerFeed(HttpExchange exchange, Publisher publisher, boolean moved)
      throws IOException, InterruptedException {
    FeedTrouble trouble = publisher.trouble();
    int step = publisher.steps();
    boolean bad = !calm;
    boolean temporary = trouble == FeedTrouble.TEMPORARY_REDIRECT;
    boolean permanent = trouble == FeedTrouble.PERMANENT_REDIRECT && step > 2;
    if (!moved && (temporary || permanent)) {
      String target = publisher.url().replace("/feeds/", "/moved/");
      exchange.getResponseHeaders().set("Location", target);
      fail(exchange, temporary ? 302 : 301);
    } else if (bad && trouble == FeedTrouble.RATE_LIMIT && step % 3 == 0) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      fail(exchange, 429);
    } else if (bad && trouble == FeedTrouble.SERVER_ERRORS && step % 4 < 2) {
      fail(exchange, List.of(500, 502, 503).get(step % 3));
    } else if (bad && trouble == FeedTrouble.HANG && step % 4 == 0) {
      closing.await(LONGEST_HANG.toSeconds(), TimeUnit.SECONDS);
    } else {
      sendFeed(exchange, publisher, step, bad);
    }
  }

  private void sendFeed(HttpExchange exchange, Publisher publisher, int step, boolean bad)
      throws IOException, InterruptedException {
    FeedTrouble trouble = publisher.trouble();
    byte[] document = new FeedDocument(publisher).bytes();
    if (hub != null) {
      String links = "<" + hub + ">; rel=\"hub\", <" + publisher.url() + ">; rel=\"self\"";
      exchange.getResponseHeaders().set("Link", links);
    }
    if (isUnchanged(exchange, publisher, document, bad)) {
      exchange.sendResponseHeaders(304, -1);
    } else if (bad && trouble == FeedTrouble.TRUNCATION && step % 2 == 0) {
      send(
          exchange,
          200,
          publisher.format().mediaType(),
          Arrays.copyOf(document, document.length * 2 / 3));
    } else if (bad && trouble == FeedTrouble.SLOW_BYTES && step % 4 == 0) {
      drip(exchange, document);
    } else {
      String charset = trouble == FeedTrouble.WRONG_CHARSET ? "ISO-8859-1" : "utf-8";
      send(exchange, 200, publisher.format().mediaType() + "; charset=" + charset, document);
    }
  }

  /** Sets the validators of the document and compares them with the condition. */
  private static boolean isUnchanged(
      HttpExchange exchange, Publisher publisher, byte[] document, boolean bad) {
    String etag = "\"" + Integer.toHexString(Arrays.hashCode(document)) + "\"";
    String date = FeedDocument.HTTP_DATE.format(publisher.changed());
    String askedTag = exchange.getRequestHeaders().getFirst("If-None-Match");
    String askedDate = exchange.getRequestHeaders().getFirst("If-Modified-Since");
    return switch (publisher.trouble()) {
      case TRUNCATION, SLOW_BYTES -> false; // parts of a document have no validators
      case LAST_MODIFIED -> {
        exchange.getResponseHeaders().set("Last-Modified", date);
        yield date.equals(askedDate);
      }
      default -> {
        exchange.getResponseHeaders().set("ETag", etag);
        boolean lies = bad && publisher.trouble() == FeedTrouble.LYING_304;
        yield lies ? askedTag != null : etag.equals(askedTag);
      }
    };
  }

  private void drip(HttpExchange exchange, byte[] document)
      throws IOException, InterruptedException {
    exchange.sendResponseHeaders(200, document.length);
    OutputStream out = exchange.getResponseBody();
    for (byte one : document) {
      out.write(one);
      out.flush();
      if (closing.await(DRIP.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void fail(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  private @Nullable Publisher publisher(String digits) {
    int number = number(digits);
    return number >= 0 && number < publishers.size() ? publishers.get(number) : null;
  }

  private static int number(String digits) {
    return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : -1;
  }

  @Override
  public void close() {
    closing.countDown();
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }
}
