package dev.dateline.schemas.registry;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Gives schemas ids and finds them again. Implementations cache: a schema of an id never changes.
 */
public interface SchemaRegistry {

  /**
   * Registers a schema under a subject, or finds it there.
   *
   * @return its id, unique over all subjects
   * @throws IncompatibleSchemaException where the subject's compatibility rule refuses it
   * @throws RegistryUnavailableException where the registry cannot be reached
   */
  int register(String subject, Schema schema);

  /**
   * @return the schema with this id; empty where the registry knows none
   * @throws RegistryUnavailableException where the registry cannot be reached
   */
  Optional<Schema> schema(int id);
}
