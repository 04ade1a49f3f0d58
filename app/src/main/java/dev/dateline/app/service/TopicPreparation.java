package dev.dateline.app.service;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.TopicCreator;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics before any service needs them; whichever process comes first does it. */
public final class TopicPreparation {

  private static final Logger LOG = LoggerFactory.getLogger(TopicPreparation.class);
  private static final int ATTEMPTS = 10;
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private TopicPreparation() {}

  /**
   * Creates what is missing.
   *
   * @throws UserException where the brokers do not answer in a few minutes
   */
  public static void run(KafkaClients clients) {
    RuntimeException last = new IllegalStateException("not tried");
    try (Admin admin = clients.admin()) {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        try {
          new TopicCreator(clients.settings()).create(admin, Topics.all());
          return;
        } catch (IllegalStateException e) {
          LOG.warn("topics cannot be created yet reason={}", e.getMessage());
          last = e;
          Thread.sleep(PAUSE.toMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new UserException(
        ExitCode.UNAVAILABLE,
        "The brokers at "
            + clients.settings().bootstrap()
            + " do not create the topics: "
            + last.getMessage()
            + ". Check kafka.bootstrap and kafka.replication.",
        last);
  }
}
