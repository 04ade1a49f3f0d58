package dev.dateline.embedded.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** {@code instance.json}: there while an instance runs, or after one was killed. */
final class InstanceFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private InstanceFile() {}

  static void write(Path folder, Instance instance) {
    Path unfinished = folder.resolve("instance.json.new");
    try {
      Files.write(unfinished, JSON.writeValueAsBytes(asJson(instance)));
      Files.move(unfinished, file(folder), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file(folder), e);
    }
  }

  private static JsonNode asJson(Instance instance) {
    return JSON.createObjectNode()
        .put("pid", instance.pid())
        .put("started", instance.started().toString())
        .put("bootstrap", instance.bootstrap())
        .put("registry", instance.registry())
        .put("http", instance.http())
        .put("jdbcUrl", instance.jdbcUrl())
        .put("databaseUser", instance.databaseUser());
  }

  /** Empty where there is none, or where it cannot be read: then nobody can be reached. */
  static Optional<Instance> read(Path folder) {
    try {
      JsonNode json = JSON.readTree(Files.readAllBytes(file(folder)));
      return Optional.of(
          new Instance(
              json.path("pid").asLong(),
              Instant.parse(json.path("started").asText()),
              json.path("bootstrap").asText(),
              json.path("registry").asText(),
              json.path("http").asText(),
              json.path("jdbcUrl").asText(),
              json.path("databaseUser").asText()));
    } catch (IOException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static void delete(Path folder) {
    try {
      Files.deleteIfExists(file(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file(folder), e);
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("instance.json");
  }
}
