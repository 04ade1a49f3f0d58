package dev.dateline.testkit.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SplittableRandom;

/** The folder of the register is lost with its process; Kafka has a copy. */
public record WipedState() implements Fault {

  @Override
  public String name() {
    return "register wiped";
  }

  @Override
  public Part part() {
    return Part.ENRICH;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    wire.kill(Part.ENRICH);
    Path register = wire.folder().resolve(Part.ENRICH.command());
    if (!Files.isDirectory(register)) {
      throw new IllegalStateException("there is no register in " + register);
    }
    delete(register);
    wire.start(Part.ENRICH);
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
