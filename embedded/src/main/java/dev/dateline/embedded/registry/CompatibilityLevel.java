package dev.dateline.embedded.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * What a new version of a schema must be able to do, named as Confluent's registry names it.
 * Backward: the new one reads what the old one wrote. Forward: the other way round. Transitive:
 * against every version, not the last alone.
 */
enum CompatibilityLevel {
  NONE(false, false, false),
  BACKWARD(true, false, false),
  BACKWARD_TRANSITIVE(true, false, true),
  FORWARD(false, true, false),
  FORWARD_TRANSITIVE(false, true, true),
  FULL(true, true, false),
  FULL_TRANSITIVE(true, true, true);

  private final boolean backward;
  private final boolean forward;
  private final boolean transitive;

  CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
    this.backward = backward;
    this.forward = forward;
    this.transitive = transitive;
  }

  static Optional<CompatibilityLevel> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return List.of(values()).stream().filter(level -> level.name().equals(wanted)).findFirst();
  }

  /** Why the schema must not follow these versions, oldest first; empty where it may. */
  List<String> objections(Schema schema, List<Schema> versions) {
    List<Schema> checked =
        transitive || versions.isEmpty()
            ? versions
            : versions.subList(versions.size() - 1, versions.size());
    return checked.stream().flatMap(version -> objections(schema, version).stream()).toList();
  }

  private List<String> objections(Schema schema, Schema version) {
    List<String> backwards = backward ? read(schema, version) : List.of();
    List<String> forwards = forward ? read(version, schema) : List.of();
    return List.of(backwards, forwards).stream().flatMap(List::stream).toList();
  }

  private static List<String> read(Schema reader, Schema writer) {
    SchemaCompatibilityResult result =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
    if (result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE) {
      return List.of();
    }
    return result.getIncompatibilities().stream()
        .map(i -> i.getType() + " at " + i.getLocation() + ": " + i.getMessage())
        .toList();
  }
}
