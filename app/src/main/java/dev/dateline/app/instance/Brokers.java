package dev.dateline.app.instance;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schemas.registry.RegistryUnavailableException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** The brokers that the settings name, or else those of the instance that runs in a data folder. */
public final class Brokers {

  private Brokers() {}

  /** Empty where the settings name none and no instance runs. */
  public static Optional<KafkaSettings> find(Settings settings, Path data) {
    KafkaSettings configured = KafkaSettings.from(settings);
    if (settings.isSet("kafka.bootstrap")) {
      return Optional.of(configured);
    }
    return Attachment.existing(data)
        .running()
        .map(instance -> configured.at(instance.bootstrap(), URI.create(instance.registry())));
  }

  /**
   * Clients of them.
   *
   * @throws UserException where there are none
   */
  public static KafkaClients required(Settings settings, Path data) {
    return new KafkaClients(
        find(settings, data)
            .orElseThrow(
                () ->
                    new UserException(
                        ExitCode.UNAVAILABLE,
                        "No instance runs in "
                            + data
                            + ". Start 'dateline run', or name the brokers with --set"
                            + " kafka.bootstrap=HOST:PORT.")));
  }

  /**
   * The answer to a question to them and their registry.
   *
   * @throws UserException where they do not answer
   */
  static <T> T answered(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException | RegistryUnavailableException e) {
      throw unavailable(e);
    }
  }

  /** What a person is told where they do not answer. */
  static UserException unavailable(RuntimeException e) {
    return new UserException(
        ExitCode.UNAVAILABLE,
        "The brokers or the registry do not answer: " + e.getMessage() + ". Do they run?",
        e);
  }
}
