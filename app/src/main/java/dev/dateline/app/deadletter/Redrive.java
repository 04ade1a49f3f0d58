package dev.dateline.app.deadletter;

import dev.dateline.app.deadletter.RedriveSender.Redriven;
import dev.dateline.runtime.kafka.KafkaClients;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/**
 * Tries what failed again, each letter exactly once, also where it is killed: observations go to
 * their topic, rows of the sink into the database.
 */
public final class Redrive {

  /** A transaction must end long before its timeout. */
  private static final int MOST_RECORDS = 100;

  private static final long MOST_BYTES = 8L * 1024 * 1024;

  private static final String TAKEN_DOWN =
      "its article was taken down, by its id or the address that it shows. 'dateline takedown lift'"
          + " takes that back";

  private final KafkaClients clients;
  private final DeadLetterTopic topic;
  private final Clock clock;
  private final Optional<RowStore> rows;

  /** Redrives observations; rows of the sink are left. */
  public Redrive(KafkaClients clients, Clock clock) {
    this(clients, clock, Optional.empty());
  }

  /**
   * @param rows where the rows of the sink are stored; empty where no database is known
   */
  public Redrive(KafkaClients clients, Clock clock, Optional<RowStore> rows) {
    this.clients = clients;
    this.topic = new DeadLetterTopic(clients);
    this.clock = clock;
    this.rows = rows;
  }

  /**
   * Says what {@link #run} would do, and sends nothing.
   *
   * @param cap letters whose record was redriven so often already are left
   */
  public void rehearse(Selection selection, int cap, Consumer<Outcome> each) {
    RedrivePlan plan = RedrivePlan.of(selection.of(topic.waiting()), cap);
    plan.left().forEach(each);
    try (TakedownBar takedowns = new TakedownBar(clients)) {
      topic.read(
          plan.ready(),
          (waiting, letter) ->
              each.accept(
                  takedowns.bars(letter)
                      ? Outcome.left(waiting, TAKEN_DOWN)
                      : Outcome.ready(waiting)));
    }
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
    try (RedriveSender sender = new RedriveSender(clients, clock);
        TakedownBar takedowns = new TakedownBar(clients)) {
      sender.takeOver();
      RedrivePlan plan = RedrivePlan.of(selection.of(topic.waiting()), cap);
      plan.left().forEach(each);
      Set<Waiting> told = new HashSet<>();
      Consumer<Outcome> telling =
          outcome -> {
            told.add(outcome.letter());
            each.accept(outcome);
          };
      Delivery delivery = new Delivery(sender, rows);
      Pace pace = new Pace(rate);
      int most = Math.min(MOST_RECORDS, rate);
      Batches observations = new Batches(delivery, pace, most, telling);
      Batches stored = new Batches(delivery, pace, most, telling);
      topic.read(
          plan.ready(),
          (waiting, letter) -> {
            if (takedowns.bars(letter)) {
              telling.accept(Outcome.left(waiting, TAKEN_DOWN));
            } else {
              (Delivery.isRow(letter) ? stored : observations).add(new Redriven(waiting, letter));
            }
          });
      observations.send();
      stored.send();
      plan.ready().stream()
          .filter(letter -> !told.contains(letter))
          .forEach(letter -> each.accept(Outcome.left(letter, "its retention ended meanwhile")));
    }
  }

  /** Letters on their way, a transaction each time that enough are together. */
  private static final class Batches {

    private final Delivery delivery;
    private final Pace pace;
    private final int most;
    private final Consumer<Outcome> each;
    private final List<Redriven> batch = new ArrayList<>();
    private long bytes;

    Batches(Delivery delivery, Pace pace, int most, Consumer<Outcome> each) {
      this.delivery = delivery;
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
      delivery.deliver(batch).forEach(each);
      batch.clear();
      bytes = 0;
    }
  }
}
