package dev.dateline.app.instance;

import dev.dateline.app.ledger.Ledger;
import dev.dateline.app.ledger.LedgerReader;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.sink.StoreUnavailableException;
import java.nio.file.Path;
import java.util.Optional;

/** Where operators look at the ledger. */
public final class LedgerDesk {

  private LedgerDesk() {}

  /**
   * The ledger of the brokers and the database that the settings name, or else of the instance that
   * runs in the data folder.
   *
   * @throws UserException where there are none, or the brokers do not answer
   * @throws StoreUnavailableException where the database does not answer
   */
  public static Ledger read(Settings settings, Path data) {
    KafkaClients clients = Brokers.required(settings, data);
    LedgerReader reader = new LedgerReader(clients);
    if (!Attachment.isAtHand(settings, data)) {
      return Brokers.answered(() -> reader.read(Optional.empty()));
    }
    try (Attachment attachment = Attachment.open(settings, settings.isSet("sink.jdbc-url"), data)) {
      return Brokers.answered(() -> reader.read(Optional.of(attachment.articles())));
    }
  }
}
