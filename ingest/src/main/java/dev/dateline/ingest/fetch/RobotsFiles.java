package dev.dateline.ingest.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What sites allow robots to fetch (RFC 9309). Rules hold for a day; an absent file (4xx) allows
 * all; a file that cannot be read disallows all for a while, unless former rules are still known.
 */
final class RobotsFiles {

  private static final Duration LIFE = Duration.ofDays(1);
  private static final Duration RETRY = Duration.ofMinutes(10);
  private static final BodyLimit LIMIT = new BodyLimit(500 * 1_024, true);
  private static final int MOST_HOPS = 5;
  private static final int MOST_WEIGHT = 64 * 1_024 * 1_024;
  private static final int OVERHEAD = 512;
  private static final int NO_WARNINGS = 0;

  private final Wire wire;
  private final Duration timeout;
  private final List<String> names;
  private final TimedCache<Robots> cache;

  RobotsFiles(Wire wire, FetchSettings settings, Clock clock) {
    this.wire = wire;
    this.timeout = settings.requestTimeout();
    this.names = List.of(productToken(settings.userAgent()));
    this.cache = new TimedCache<>(clock, MOST_WEIGHT);
  }

  /**
   * The rules for an address, read anew where they are not known.
   *
   * @throws FetchException where the site cannot say what it allows
   */
  SimpleRobotRules rules(WebAddress address) throws FetchException {
    String origin = address.origin();
    Optional<Robots> known = cache.fresh(origin);
    return (known.isPresent() ? known.get() : refresh(address)).orThrow();
  }

  private Robots refresh(WebAddress address) {
    String origin = address.origin();
    WebAddress file = address.at("/robots.txt");
    try {
      Answer answer = follow(file);
      Robots read = Robots.of(rules(file, answer));
      cache.put(origin, read, LIFE, OVERHEAD + answer.body().length);
      return read;
    } catch (FetchException e) {
      Robots standing =
          cache.any(origin).filter(Robots::hasRules).orElseGet(() -> Robots.unreadable(e));
      cache.put(origin, standing, RETRY, OVERHEAD);
      return standing;
    }
  }

  private Answer follow(WebAddress file) throws FetchException {
    Budget budget = new Budget(timeout);
    WebAddress place = file;
    for (int hops = 0; ; hops++) {
      Answer answer = wire.get(place, Map.of(), budget, LIMIT);
      if (!answer.isRedirect() || hops == MOST_HOPS) {
        return answer;
      }
      place = Redirect.target(place, answer);
    }
  }

  private SimpleRobotRules rules(WebAddress file, Answer answer) throws FetchException {
    if (answer.status() >= 500) {
      throw new FetchException(
          FetchFailure.ROBOTS,
          answer.status(),
          file
              + " answered "
              + answer.status()
              + ", so that nothing may be fetched there for now. Try it later.",
          RETRY);
    }
    if (!answer.isSuccess()) {
      return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
    }
    return new SimpleRobotRulesParser(Long.MAX_VALUE, NO_WARNINGS)
        .parseContent(file.toString(), answer.body(), "text/plain", names);
  }

  /** The name that groups of rules call us by: the product of the user agent. */
  private static String productToken(String userAgent) {
    String product = userAgent.split("[^A-Za-z_-]", 2)[0].toLowerCase(Locale.ROOT);
    return product.isEmpty() ? FetchSettings.PRODUCT.toLowerCase(Locale.ROOT) : product;
  }
}
