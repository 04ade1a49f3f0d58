package dev.dateline.enrich.topology;

import dev.dateline.schemas.registry.RegistryUnavailableException;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Numbers schemas from 1; can be away. */
final class MemoryRegistry implements SchemaRegistry {

  private final List<Schema> schemas = new ArrayList<>();
  boolean away;

  @Override
  public synchronized int register(String subject, Schema schema) {
    answer();
    if (!schemas.contains(schema)) {
      schemas.add(schema);
    }
    return schemas.indexOf(schema) + 1;
  }

  @Override
  public synchronized Optional<Schema> schema(int id) {
    answer();
    return id <= schemas.size() ? Optional.of(schemas.get(id - 1)) : Optional.empty();
  }

  private void answer() {
    if (away) {
      throw new RegistryUnavailableException("away");
    }
  }
}
