package dev.dateline.embedded.registry;

/**
 * An answer other than success, with the error codes of Confluent's registry (its API reference,
 * "Schema Registry API").
 */
final class RegistryError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  private RegistryError(int status, int code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static RegistryError subjectNotFound(String subject) {
    return new RegistryError(404, 40401, "Subject '" + subject + "' not found.");
  }

  static RegistryError versionNotFound(String version) {
    return new RegistryError(404, 40402, "Version " + version + " not found.");
  }

  static RegistryError schemaNotFound() {
    return new RegistryError(404, 40403, "Schema not found.");
  }

  static RegistryError noLevelOfItsOwn(String subject) {
    return new RegistryError(
        404, 40408, "Subject '" + subject + "' has no compatibility level of its own.");
  }

  static RegistryError invalidSchema(String reason) {
    return new RegistryError(422, 42201, "Invalid schema: " + reason);
  }

  static RegistryError invalidVersion(String version) {
    return new RegistryError(
        422, 42202, "The version '" + version + "' is neither 'latest' nor a number from 1.");
  }

  static RegistryError invalidLevel(String level) {
    return new RegistryError(422, 42203, "Invalid compatibility level '" + level + "'.");
  }

  static RegistryError incompatible(String subject, String reasons) {
    return new RegistryError(
        409, 409, "The schema is incompatible with a version of '" + subject + "': " + reasons);
  }

  static RegistryError notReady(String reason) {
    return new RegistryError(503, 50302, "The registry cannot answer now: " + reason);
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }
}
