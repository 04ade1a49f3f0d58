package dev.dateline.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Fetches documents over http and https on the caller's thread. Safe: every hop goes to an address
 * that was checked when it was connected to, and time and bytes are bounded over the whole request.
 * Polite: robots.txt and crawl delay are kept, and a host is asked by one caller at a time with a
 * gap between requests. Threads may share one.
 */
public final class Fetcher implements AutoCloseable {

  /** However long a site wants robots to wait between requests, more is not waited. */
  private static final Duration LONGEST_CRAWL_DELAY = Duration.ofSeconds(30);

  /**
   * So many posts take the place of one fetch: an interface that was named for them serves
   * thousands of sources, and leases that wait for their turn run out.
   */
  private static final int POSTS_FOR_A_FETCH = 10;

  private final FetchSettings settings;
  private final Clock clock;
  private final Wire wire;
  private final RobotsFiles robots;
  private final TdmFiles reservations;
  private final HostTurns turns;
  private final BodyLimit limit;

  /**
   * @param clock for times in headers and for how long robots.txt and reservations are remembered
   */
  public Fetcher(FetchSettings settings, Clock clock) {
    this(settings, clock, InetAddress::getAllByName);
  }

  Fetcher(FetchSettings settings, Clock clock, HostLookup lookup) {
    this(settings, clock, lookup, HostTurns.Pause.REAL);
  }

  Fetcher(FetchSettings settings, Clock clock, HostLookup lookup, HostTurns.Pause pause) {
    this.turns = new HostTurns(pause);
    this.settings = settings;
    this.clock = clock;
    this.wire = new Wire(settings, lookup);
    this.robots = new RobotsFiles(wire, settings, clock);
    this.reservations = new TdmFiles(wire, clock);
    this.limit = new BodyLimit(settings.mostBytes(), false);
  }

  /**
   * Fetches a document: waits for the host's turn, asks, and follows redirects.
   *
   * @return what came of it; ordinary failures are results
   * @throws InterruptedException while it waits for its turn. What is on the wire is not
   *     interrupted but bounded by the time limit, and ended by {@link #close}
   */
  public FetchResult fetch(FetchRequest request) throws InterruptedException {
    try (HostTurns.Turn turn = turns.turn()) {
      return follow(request, turn);
    } catch (FetchException e) {
      return e.toResult();
    }
  }

  private FetchResult follow(FetchRequest request, HostTurns.Turn turn)
      throws FetchException, InterruptedException {
    WebAddress address = WebAddress.parse(request.url());
    Map<String, String> headers = headers(request);
    Budget budget = new Budget(settings.requestTimeout());
    boolean permanent = true;
    for (int hops = 0; ; hops++) {
      turn.moveTo(address.turnKey());
      turn.setGap(gap(address));
      Answer answer = wire.get(address, headers, budget, limit);
      if (!answer.isRedirect()) {
        return result(request, answer, address, permanent && hops > 0);
      }
      if (hops == settings.mostRedirects()) {
        throw new FetchException(
            FetchFailure.TOO_MANY_REDIRECTS,
            answer.status(),
            request.url() + " redirects more than " + hops + " times. Check the address.",
            null);
      }
      permanent &= answer.isPermanentRedirect();
      address = Redirect.target(address, answer);
    }
  }

  /**
   * Sends a form to an interface that was named for that, such as a WebSub hub: as safe as a fetch,
   * one at a time a host. robots.txt says nothing of it. Redirects that keep the method (307, 308)
   * are followed.
   *
   * @return what went wrong; empty where the answer is 2xx
   * @throws InterruptedException while it waits for its turn
   */
  public Optional<FetchResult.Failed> post(String url, Map<String, String> form)
      throws InterruptedException {
    try (HostTurns.Turn turn = turns.turn()) {
      WebAddress address = WebAddress.parse(url);
      Budget budget = new Budget(settings.requestTimeout());
      for (int hops = 0; ; hops++) {
        turn.moveTo(address.turnKey());
        turn.setGap(settings.hostDelay().dividedBy(POSTS_FOR_A_FETCH));
        Answer answer = wire.post(address, form, budget);
        boolean again = answer.status() == 307 || answer.status() == 308;
        if (!again || hops == settings.mostRedirects()) {
          return refusal(address, answer);
        }
        address = Redirect.target(address, answer);
      }
    } catch (FetchException e) {
      return Optional.of(e.toResult());
    }
  }

  private Optional<FetchResult.Failed> refusal(WebAddress address, Answer answer) {
    if (answer.isSuccess()) {
      return Optional.empty();
    }
    HeaderReading reading = new HeaderReading(answer, address, clock.instant());
    return Optional.of(StatusFailure.of(address, answer.status(), reading.retryAfter()).toResult());
  }

  /** Throws where robots.txt disallows the address; says how long to wait after it otherwise. */
  private Duration gap(WebAddress address) throws FetchException {
    if (!settings.robots()) {
      return settings.hostDelay();
    }
    SimpleRobotRules rules = robots.rules(address);
    if (!rules.isAllowed(address.toString())) {
      throw new FetchException(
          FetchFailure.ROBOTS,
          address
              + " may not be fetched, says "
              + address.origin()
              + "/robots.txt. Ask its owner, or leave it.");
    }
    Duration delay =
        rules.getCrawlDelay() == BaseRobotRules.UNSET_CRAWL_DELAY
            ? Duration.ZERO
            : Duration.ofMillis(Math.min(rules.getCrawlDelay(), LONGEST_CRAWL_DELAY.toMillis()));
    return delay.compareTo(settings.hostDelay()) > 0 ? delay : settings.hostDelay();
  }

  private FetchResult result(FetchRequest request, Answer answer, WebAddress address, boolean moved)
      throws FetchException {
    HeaderReading reading = new HeaderReading(answer, address, clock.instant());
    boolean conditional = request.etag() != null || request.lastModified() != null;
    if (answer.status() == 304 && conditional) {
      return new FetchResult.NotModified(reading.headers());
    }
    if (!answer.isSuccess() || answer.status() == 206) {
      throw StatusFailure.of(address, answer.status(), reading.retryAfter());
    }
    Optional<ContentType> type =
        answer.header(HttpHeaders.CONTENT_TYPE).map(ContentType::parseLenient);
    String url = address.toString();
    return new FetchResult.Fetched(
        url,
        moved ? url : null,
        answer.body(),
        type.map(ContentType::getMimeType).map(name -> name.toLowerCase(Locale.ROOT)).orElse(null),
        type.map(content -> content.getParameter("charset")).orElse(null),
        reading.reservation().isPresent()
            ? reading.headers()
            : reading.headers().with(reservations.reservation(address)));
  }

  private static Map<String, String> headers(FetchRequest request) {
    Map<String, String> headers = new HashMap<>();
    headers.put(HttpHeaders.ACCEPT, request.accept());
    if (request.etag() != null) {
      headers.put(HttpHeaders.IF_NONE_MATCH, request.etag());
    }
    if (request.lastModified() != null) {
      headers.put(HttpHeaders.IF_MODIFIED_SINCE, request.lastModified());
    }
    return headers;
  }

  /** Ends what is on the wire; those fetches fail. */
  @Override
  public void close() {
    wire.close();
  }
}
