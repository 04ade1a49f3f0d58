package dev.dateline.app.instance;

import dev.dateline.app.deadletter.DeadLetterTopic;
import dev.dateline.app.deadletter.Outcome;
import dev.dateline.app.deadletter.Redrive;
import dev.dateline.app.deadletter.RowStore;
import dev.dateline.app.deadletter.Selection;
import dev.dateline.app.deadletter.Waiting;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schemas.DeadLetter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** Where operators look at dead letters and redrive them. */
public final class DeadLetterDesk {

  private final KafkaClients clients;
  private final Settings settings;
  private final Path data;

  private DeadLetterDesk(KafkaClients clients, Settings settings, Path data) {
    this.clients = clients;
    this.settings = settings;
    this.data = data;
  }

  /**
   * Of the brokers that the settings name, or else of the instance that runs in the data folder.
   *
   * @throws UserException where there are none
   */
  public static DeadLetterDesk open(Settings settings, Path data) {
    return new DeadLetterDesk(Brokers.required(settings, data), settings, data);
  }

  /** All letters that wait. */
  public List<Waiting> list() {
    return Brokers.answered(() -> new DeadLetterTopic(clients).waiting());
  }

  /**
   * Hands on letters with their bytes.
   *
   * @throws UserException where a name is of none that waits
   */
  public void show(Selection selection, BiConsumer<Waiting, DeadLetter> each) {
    asked(
        () -> {
          DeadLetterTopic topic = new DeadLetterTopic(clients);
          topic.read(selection.of(topic.waiting()), each);
        });
  }

  /**
   * Says what {@link #redrive} would do.
   *
   * @param cap letters whose record was redriven so often already are left
   * @throws UserException where a name is of none that waits
   */
  public void rehearse(Selection selection, int cap, Consumer<Outcome> each) {
    asked(() -> new Redrive(clients, Clock.systemUTC()).rehearse(selection, cap, each));
  }

  /**
   * Redrives; rows of the sink go into the database that the settings name, or else that of the
   * instance in the data folder.
   *
   * @param cap letters whose record was redriven so often already are left
   * @param rate letters a second at most
   * @throws UserException where a name is of none that waits, or another one redrives
   */
  public void redrive(Selection selection, int cap, int rate, Consumer<Outcome> each) {
    try (RowDesk rows = new RowDesk(settings, data, clients.registry())) {
      Optional<RowStore> store =
          Attachment.isAtHand(settings, data) ? Optional.of(rows) : Optional.empty();
      Redrive redrive = new Redrive(clients, Clock.systemUTC(), store);
      asked(() -> redrive.run(selection, cap, rate, each));
    } catch (UserException e) {
      throw isFenced(e) ? fenced(e) : e;
    }
  }

  private static void asked(Runnable work) {
    Brokers.answered(
        () -> {
          work.run();
          return true;
        });
  }

  private static boolean isFenced(UserException e) {
    return e.getCause() instanceof ProducerFencedException
        || e.getCause() instanceof InvalidProducerEpochException;
  }

  private static UserException fenced(UserException e) {
    return new UserException(
        ExitCode.UNAVAILABLE,
        "Another 'dateline dlq redrive' took over, or a transaction outlived"
            + " kafka.transaction-timeout. What was reported is done; run it again for the rest.",
        e.getCause());
  }
}
