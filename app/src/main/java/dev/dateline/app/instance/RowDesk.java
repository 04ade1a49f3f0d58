package dev.dateline.app.instance;

import dev.dateline.app.deadletter.RowStore;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.registry.SchemaRegistry;
import dev.dateline.sink.RowRedrive;
import dev.dateline.sink.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores rows of dead letters; the database is opened with the first of them. */
final class RowDesk implements RowStore, AutoCloseable {

  private final Settings settings;
  private final Path data;
  private final SchemaRegistry registry;
  private @Nullable Attachment attachment;

  RowDesk(Settings settings, Path data, SchemaRegistry registry) {
    this.settings = settings;
    this.data = data;
    this.registry = registry;
  }

  @Override
  public List<Optional<String>> store(List<DeadLetter> letters) {
    try {
      return new RowRedrive(open().store(), registry, Clock.systemUTC()).store(letters);
    } catch (StoreUnavailableException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "The database does not take the rows: "
              + e.getMessage()
              + ". Check sink.jdbc-url, sink.user and the password; what was reported is done.",
          e);
    }
  }

  private Attachment open() {
    Attachment open = attachment;
    if (open == null) {
      open = Attachment.open(settings, settings.isSet("sink.jdbc-url"), data);
      attachment = open;
    }
    return open;
  }

  @Override
  public void close() {
    if (attachment != null) {
      attachment.close();
    }
  }
}
