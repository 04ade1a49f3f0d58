package dev.dateline.testkit.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * A fault put into the product, to show that the oracle would find it.
 *
 * @param name what is wrong with the product then
 * @param module of the source file
 * @param type fully qualified name of the class that is changed
 * @param before text that the source file has exactly once
 * @param after what stands there instead
 */
public record Mutation(String name, String module, String type, String before, String after) {

  /**
   * Changes an installation: compiles the changed source against its jars and puts the classes into
   * the jar of the module.
   *
   * @param repository where the source lies
   * @throws IllegalStateException where the source is no longer what the mutation expects
   */
  void apply(Path repository, Installation installation) {
    try {
      String source = changed(repository);
      Path work = installation.home().resolve("mutation");
      Path changed = work.resolve("src").resolve(file());
      Files.createDirectories(changed.getParent());
      Files.writeString(changed, source);
      Path classes = Files.createDirectories(work.resolve("classes"));
      compile(changed, classes, installation);
      replace(classes, jar(installation));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot apply '" + name + "'", e);
    }
  }

  /**
   * The source as it is with the fault.
   *
   * @param repository where it lies
   * @throws IllegalStateException where it is no longer what the mutation expects
   */
  public String changed(Path repository) throws IOException {
    String source = Files.readString(repository.resolve(module + "/src/main/java").resolve(file()));
    if (source.split(Pattern.quote(before), -1).length != 2) {
      throw new IllegalStateException("'" + name + "' does not fit " + file() + " any longer");
    }
    return source.replace(before, after);
  }

  private String file() {
    return type.replace('.', '/') + ".java";
  }

  private static void compile(Path source, Path classes, Installation installation)
      throws IOException {
    String classPath;
    try (var jars = Files.list(installation.lib())) {
      classPath = jars.map(Path::toString).collect(Collectors.joining(":"));
    }
    List<String> options =
        List.of("-nowarn", "-proc:none", "-cp", classPath, "-d", "" + classes, "" + source);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, System.err, options.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException("the changed " + source + " does not compile");
    }
  }

  private Path jar(Installation installation) throws IOException {
    try (var jars = Files.list(installation.lib())) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith("dateline-" + module + "-"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no jar of " + module));
    }
  }

  private static void replace(Path classes, Path jar) throws IOException {
    try (FileSystem inside = FileSystems.newFileSystem(jar);
        var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(
            file,
            inside.getPath(classes.relativize(file).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
