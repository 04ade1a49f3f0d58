package dev.dateline.testkit.faults;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The network between two parts fails for a while.
 *
 * @param link between which parts
 */
public record NetworkFault(Link link, Trouble trouble) implements Fault {

  /** Who talks to whom. */
  public enum Link {
    SINK_TO_DATABASE(Part.SINK),
    ENRICH_TO_BROKER(Part.ENRICH);

    private final Part client;

    Link(Part client) {
      this.client = client;
    }
  }

  /** What goes wrong. */
  public enum Trouble {
    /** Connections are refused, and those that are open end. */
    REFUSED,
    /** Nothing goes through, and nobody is told. */
    PARTITIONED,
    /** Every piece of the stream is late. */
    SLOW
  }

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LATE = Duration.ofMillis(100);

  /** Longer than the session timeout. */
  private static final Duration LONG = Duration.ofSeconds(9);

  @Override
  public String name() {
    return link + " " + trouble;
  }

  @Override
  public Part part() {
    return link.client;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    TcpProxy proxy = link == Link.SINK_TO_DATABASE ? wire.databaseProxy() : wire.brokerProxy();
    long before = proxy.spoilt();
    switch (trouble) {
      case REFUSED -> proxy.refuse();
      case PARTITIONED -> proxy.partition();
      case SLOW -> proxy.delay(LATE);
    }
    Waiting.until("traffic to spoil", PATIENCE, () -> proxy.spoilt() > before);
    Waiting.pause(LONG);
    proxy.mend();
  }
}
