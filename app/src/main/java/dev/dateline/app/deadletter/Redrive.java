package dev.dateline.app.deadletter;

import dev.dateline.app.deadletter.RedriveSender.Redriven;
import dev.dateline.runtime.kafka.KafkaClients;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/** Sends what failed to its topic again, each letter exactly once, also where it is killed. */
public final class Redrive {

  /** A transaction must end long before its timeout. */
  private static final int MOST_RECORDS = 100;

  private static final long MOST_BYTES = 8L * 1024 * 1024;

  private final KafkaClients clients;
  private final DeadLetterTopic topic;
  private final Clock clock;

  public Redrive(KafkaClients clients, Clock clock) {
    this.clients = clients;
    this.topic = new DeadLetterTopic(clients);
    this.clock = clock;
  }

  /**
   * Says what {@link #run} would do, and sends nothing.
   *
   * @param cap letters whose record was redriven so often already are left
   */
  public void rehearse(Selection selection, int cap, Consumer<Outcome> each) {
    RedrivePlan plan = RedrivePlan.of(selection.of(topic.waiting()), cap);
    plan.left().forEach(each);
    plan.ready().forEach(letter -> each.accept(Outcome.ready(letter)));
  }

  /**
   * Redrives.
   *
   * @param cap letters whose record was redriven so often already are left
   * @param rate letters a second at most
   * @param each hears of a letter when its fate is certain
   * @throws KafkaException where brokers do not answer or another one took over; what was reported
   *     is done, and the next redrive goes on from there
   */
  public void run(Selection selection, int cap, int rate, Consumer<Outcome> each) {
    try (RedriveSender sender = new RedriveSender(clients, clock)) {
      sender.takeOver();
      RedrivePlan plan = RedrivePlan.of(selection.of(topic.waiting()), cap);
      plan.left().forEach(each);
      Batches batches = new Batches(sender, new Pace(rate), Math.min(MOST_RECORDS, rate), each);
      topic.read(plan.ready(), (waiting, letter) -> batches.add(new Redriven(waiting, letter)));
      batches.send();
      plan.ready().stream()
          .filter(letter -> !batches.sent.contains(letter))
          .forEach(letter -> each.accept(Outcome.left(letter, "its retention ended meanwhile")));
    }
  }

  /** Letters on their way, a transaction each time that enough are together. */
  private static final class Batches {

    private final RedriveSender sender;
    private final Pace pace;
    private final int most;
    private final Consumer<Outcome> each;
    private final Set<Waiting> sent = new HashSet<>();
    private final List<Redriven> batch = new ArrayList<>();
    private long bytes;

    Batches(RedriveSender sender, Pace pace, int most, Consumer<Outcome> each) {
      this.sender = sender;
      this.pace = pace;
      this.most = most;
      this.each = each;
    }

    void add(Redriven redriven) {
      batch.add(redriven);
      bytes += redriven.letter().getPayload().remaining();
      if (batch.size() >= most || bytes >= MOST_BYTES) {
        send();
      }
    }

    void send() {
      if (batch.isEmpty()) {
        return;
      }
      pace.await(batch.size());
      sender.send(batch);
      for (Redriven redriven : batch) {
        sent.add(redriven.waiting());
        each.accept(Outcome.redriven(redriven.waiting()));
      }
      batch.clear();
      bytes = 0;
    }
  }
}
