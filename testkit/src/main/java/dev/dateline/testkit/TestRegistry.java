package dev.dateline.testkit;

import dev.dateline.schemas.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** A registry in memory, for unit tests. It takes every schema; see {@link TestCluster} else. */
public final class TestRegistry implements SchemaRegistry {

  private final List<Schema> schemas = new ArrayList<>();

  @Override
  public synchronized int register(String subject, Schema schema) {
    if (!schemas.contains(schema)) {
      schemas.add(schema);
    }
    return schemas.indexOf(schema) + 1;
  }

  @Override
  public synchronized Optional<Schema> schema(int id) {
    return id < 1 || id > schemas.size() ? Optional.empty() : Optional.of(schemas.get(id - 1));
  }
}
