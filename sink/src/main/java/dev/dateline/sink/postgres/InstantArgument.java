package dev.dateline.sink.postgres;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Sends instants as they are. Jdbi's own way over java.sql.Timestamp shifts dates before 1582 and
 * throws for years that PostgreSQL itself would refuse.
 */
final class InstantArgument extends AbstractArgumentFactory<Instant> {

  InstantArgument() {
    super(Types.TIMESTAMP_WITH_TIMEZONE);
  }

  @Override
  protected Argument build(Instant value, ConfigRegistry config) {
    return (position, statement, context) ->
        statement.setObject(position, value.atOffset(ZoneOffset.UTC));
  }
}
