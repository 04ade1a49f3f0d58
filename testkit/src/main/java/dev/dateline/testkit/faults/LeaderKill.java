package dev.dateline.testkit.faults;

import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * {@code kill -9} of the broker that leads a partition: of articles, of revisions, of the groups or
 * of the transactions. Another one leads it then, and the killed one is started again.
 */
public record LeaderKill() implements Fault {

  private static final Duration PATIENCE = Duration.ofSeconds(180);

  /** Internal topics are of Kafka itself; the cluster of the wire has one partition of each. */
  private static final List<String> TOPICS =
      List.of(
          Topics.ARTICLE.name(),
          Topics.ENRICHED.name(),
          "__consumer_offsets",
          "__transaction_state");

  @Override
  public String name() {
    return "kill -9 of a leader";
  }

  @Override
  public Part part() {
    return Part.BROKER;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    Log log = wire.log();
    Waiting.until("all replicas in sync", PATIENCE, () -> log.allInSync(TOPICS));
    String topic = TOPICS.get(random.nextInt(TOPICS.size()));
    int leader = log.leader(topic, random.nextInt(log.partitions(topic)));
    if (!EmbeddedServers.kill(wire.embedded().broker().pid(leader))) {
      throw new IllegalStateException("broker " + leader + " had ended by itself");
    }
  }
}
