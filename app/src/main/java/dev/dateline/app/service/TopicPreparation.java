package dev.dateline.app.service;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.TopicCreator;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics before any service needs them; whichever process comes first does it. */
public final class TopicPreparation {

  private static final Logger LOG = LoggerFactory.getLogger(TopicPreparation.class);
  private static final BrokerWait WAIT =
      new BrokerWait(Duration.ofSeconds(5), Duration.ofMinutes(5));
  private static final int ATTEMPTS = 10;
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private TopicPreparation() {}

  /**
   * Creates what is missing.
   *
   * @param says hears what is being waited for, a line at a time
   * @throws UserException where the brokers do not answer in a few minutes
   */
  public static void run(KafkaClients clients, Consumer<String> says) {
    String bootstrap = clients.settings().bootstrap();
    try {
      WAIT.await(bootstrap, says);
      create(clients, says);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException(
          ExitCode.INTERRUPTED, "Interrupted while waiting for the brokers at " + bootstrap, e);
    }
  }

  private static void create(KafkaClients clients, Consumer<String> says)
      throws InterruptedException {
    String bootstrap = clients.settings().bootstrap();
    RuntimeException last = new IllegalStateException("not tried");
    try (Admin admin = clients.admin()) {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        try {
          new TopicCreator(clients.settings()).create(admin, Topics.all());
          return;
        } catch (IllegalStateException e) {
          LOG.debug("topics cannot be created yet reason={}", e.getMessage());
          if (attempt == 0) {
            says.accept("the brokers at " + bootstrap + " do not make the topics yet; tries again");
          }
          last = e;
          Thread.sleep(PAUSE.toMillis());
        }
      }
    }
    throw new UserException(ExitCode.UNAVAILABLE, refusal(bootstrap, last), last);
  }

  private static String refusal(String bootstrap, RuntimeException last) {
    return last.getCause() instanceof TimeoutException
            || last.getCause() instanceof org.apache.kafka.common.errors.TimeoutException
        ? "What listens at "
            + bootstrap
            + " does not answer as a Kafka broker does. Check kafka.bootstrap, and the brokers."
        : "The brokers at "
            + bootstrap
            + " do not create the topics: "
            + last.getMessage()
            + ". Check kafka.bootstrap and kafka.replication.";
  }
}
