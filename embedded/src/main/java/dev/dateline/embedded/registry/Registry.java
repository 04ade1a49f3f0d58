package dev.dateline.embedded.registry;

import dev.dateline.embedded.registry.RegistryEntry.LevelSetting;
import dev.dateline.embedded.registry.RegistryEntry.SchemaVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** The subjects, their versions and levels. Every change is in the log before it is seen here. */
final class Registry {

  /** The enriched log is kept for ever, so a new schema must read all that was ever written. */
  static final CompatibilityLevel DEFAULT_LEVEL = CompatibilityLevel.BACKWARD_TRANSITIVE;

  private final RegistryLog log;
  private final Map<String, List<SchemaVersion>> subjects = new TreeMap<>();
  private final Map<String, CompatibilityLevel> levels = new HashMap<>();
  private final Map<Integer, String> schemas = new HashMap<>();
  private final Map<String, Integer> ids = new HashMap<>();

  Registry(RegistryLog log) {
    this.log = log;
    log.load().forEach(this::apply);
  }

  private void apply(RegistryEntry entry) {
    if (entry instanceof SchemaVersion version) {
      subjects.computeIfAbsent(version.subject(), subject -> new ArrayList<>()).add(version);
      schemas.put(version.id(), version.schema());
      ids.putIfAbsent(version.schema(), version.id());
    } else if (entry instanceof LevelSetting setting) {
      levels.put(setting.subject(), setting.level());
    }
  }

  synchronized List<String> subjects() {
    return List.copyOf(subjects.keySet());
  }

  synchronized List<SchemaVersion> versions(String subject) {
    List<SchemaVersion> versions = subjects.get(subject);
    if (versions == null) {
      throw RegistryError.subjectNotFound(subject);
    }
    return List.copyOf(versions);
  }

  /**
   * @param version {@code latest} or a number
   */
  synchronized SchemaVersion version(String subject, String version) {
    List<SchemaVersion> versions = versions(subject);
    if (version.equals("latest")) {
      return versions.get(versions.size() - 1);
    }
    int number = number(version);
    return versions.stream()
        .filter(candidate -> candidate.version() == number)
        .findFirst()
        .orElseThrow(() -> RegistryError.versionNotFound(version));
  }

  private static int number(String version) {
    try {
      int number = Integer.parseInt(version);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw RegistryError.invalidVersion(version);
  }

  synchronized Optional<String> schema(int id) {
    return Optional.ofNullable(schemas.get(id));
  }

  /** The subjects and versions that have this schema. */
  synchronized List<SchemaVersion> uses(int id) {
    return subjects.values().stream()
        .flatMap(List::stream)
        .filter(version -> version.id() == id)
        .toList();
  }

  /** The version of the subject that has this very schema. */
  synchronized SchemaVersion lookup(String subject, String schema) {
    String text = parse(schema).toString();
    return find(versions(subject), text).orElseThrow(RegistryError::schemaNotFound);
  }

  /** Adds a version to the subject, or finds the one with this very schema. */
  synchronized SchemaVersion register(String subject, String schema) {
    Schema parsed = parse(schema);
    String text = parsed.toString();
    List<SchemaVersion> versions = subjects.getOrDefault(subject, List.of());
    Optional<SchemaVersion> known = find(versions, text);
    if (known.isPresent()) {
      return known.get();
    }
    List<String> objections = level(subject).objections(parsed, parsed(versions));
    if (!objections.isEmpty()) {
      throw RegistryError.incompatible(subject, String.join("; ", objections));
    }
    int last = versions.isEmpty() ? 0 : versions.get(versions.size() - 1).version();
    int id = ids.getOrDefault(text, schemas.keySet().stream().reduce(0, Math::max) + 1);
    SchemaVersion added = new SchemaVersion(subject, last + 1, id, text);
    log.append(added);
    apply(added);
    return added;
  }

  /** Why the schema must not follow the given version, or any of the subject where it is empty. */
  synchronized List<String> objections(String subject, Optional<String> version, String schema) {
    List<SchemaVersion> versions =
        version
            .map(wanted -> List.of(version(subject, wanted)))
            .orElseGet(() -> subjects.getOrDefault(subject, List.of()));
    return level(subject).objections(parse(schema), parsed(versions));
  }

  /** The level that holds for a subject. */
  synchronized CompatibilityLevel level(String subject) {
    return ownLevel(subject).orElseGet(() -> ownLevel(RegistryEntry.GLOBAL).orElse(DEFAULT_LEVEL));
  }

  synchronized Optional<CompatibilityLevel> ownLevel(String subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  synchronized void setLevel(String subject, CompatibilityLevel level) {
    LevelSetting setting = new LevelSetting(subject, level);
    log.append(setting);
    apply(setting);
  }

  private static Optional<SchemaVersion> find(List<SchemaVersion> versions, String text) {
    return versions.stream().filter(version -> version.schema().equals(text)).findFirst();
  }

  private static List<Schema> parsed(List<SchemaVersion> versions) {
    return versions.stream().map(version -> parse(version.schema())).toList();
  }

  private static Schema parse(String schema) {
    try {
      return new Schema.Parser().parse(schema);
    } catch (AvroRuntimeException e) {
      throw RegistryError.invalidSchema(String.valueOf(e.getMessage()));
    }
  }
}
