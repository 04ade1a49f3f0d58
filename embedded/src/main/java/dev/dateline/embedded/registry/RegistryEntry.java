package dev.dateline.embedded.registry;

/** What the log of the registry holds: versions of schemas, and settings. */
sealed interface RegistryEntry {

  /** Stands for all subjects that have no level of their own. */
  String GLOBAL = "";

  /**
   * One version of a subject.
   *
   * @param version counts from 1 within the subject
   * @param id the same for the same schema in every subject
   * @param schema Avro JSON
   */
  record SchemaVersion(String subject, int version, int id, String schema)
      implements RegistryEntry {}

  /**
   * A level that was set.
   *
   * @param subject {@link #GLOBAL} for the level of all others
   */
  record LevelSetting(String subject, CompatibilityLevel level) implements RegistryEntry {}
}
