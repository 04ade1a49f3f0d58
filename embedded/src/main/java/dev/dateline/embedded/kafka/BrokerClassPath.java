package dev.dateline.embedded.kafka;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What the child JVM loads: the jars that the build listed for it, in that order, and this module
 * last, as it changes most. Every module and every build then shares one archive of classes. A JVM
 * that has other jars (repackaged, say) hands on its whole class path.
 */
final class BrokerClassPath {

  private static final String LIST = "broker-jars";

  private BrokerClassPath() {}

  static String find() {
    String own = System.getProperty("java.class.path");
    return listed().flatMap(names -> select(names, jars(own))).orElse(own);
  }

  private static Optional<String> select(List<String> names, Map<String, Path> jars) {
    if (!jars.keySet().containsAll(names)) {
      return Optional.empty();
    }
    List<String> paths = new ArrayList<>();
    names.forEach(name -> paths.add(String.valueOf(jars.get(name))));
    paths.add(thisModule().toString());
    return Optional.of(String.join(File.pathSeparator, paths));
  }

  private static Optional<List<String>> listed() {
    try (InputStream list = BrokerClassPath.class.getResourceAsStream(LIST)) {
      if (list == null) {
        return Optional.empty();
      }
      String names = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(
          List.of(names.strip().split(",")).stream()
              .map(Path::of)
              .map(BrokerClassPath::name)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + LIST, e);
    }
  }

  /** Jars by file name, those that manifests name among them. */
  private static Map<String, Path> jars(String classPath) {
    Map<String, Path> jars = new LinkedHashMap<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath().normalize();
      if (Files.isRegularFile(path) && jars.putIfAbsent(name(path), path) == null) {
        namedByManifest(path).forEach(jar -> jars.putIfAbsent(name(jar), jar));
      }
    }
    return jars;
  }

  private static List<Path> namedByManifest(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String value =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (value == null) {
        return List.of();
      }
      URI base = jar.toUri();
      return List.of(value.strip().split(" +")).stream()
          .map(base::resolve)
          .filter(uri -> "file".equals(uri.getScheme()))
          .map(Path::of)
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }

  private static Path thisModule() {
    try {
      return Path.of(BrokerMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path holds no address", e);
    }
  }
}
