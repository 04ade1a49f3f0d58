package dev.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each record as the first that a process uses: in class loaders of its own, where nobody has told
 * Avro yet whom to trust. The tests of all modules once set a system property that told it, which
 * the launcher does not set, and hid that a command could build no record.
 */
class TrustedRecordsTest {

  private static final String PACKAGE = TrustedRecordsTest.class.getPackageName();

  static List<String> records() throws Exception {
    Path classes =
        Path.of(WatchedSource.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(classes.resolve(PACKAGE.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .filter(TrustedRecordsTest::isRecord)
          .sorted()
          .toList();
    }
  }

  private static boolean isRecord(String name) {
    try {
      return SpecificRecordBase.class.isAssignableFrom(Class.forName(PACKAGE + "." + name));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void theDefaultsOfARecordAreThereInAFreshProcess(String name) throws Exception {
    assertThat(System.getProperty("org.apache.avro.SERIALIZABLE_PACKAGES")).isNull();
    URL[] path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(TrustedRecordsTest::url)
            .toArray(URL[]::new);
    try (URLClassLoader fresh = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      Class<?> defaults = fresh.loadClass(RecordDefaults.class.getName());
      Object read = defaults.getMethod("read", String.class).invoke(null, PACKAGE + "." + name);

      assertThat(read).isInstanceOf(Integer.class);
    }
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What runs in the fresh class loader. */
  public static final class RecordDefaults {

    private RecordDefaults() {}

    /** Looks up every default of a record, as its builder does, and counts them. */
    public static int read(String record) throws ClassNotFoundException {
      Class<?> type = Class.forName(record);
      SpecificData data = SpecificData.getForClass(type);
      List<Schema.Field> fields =
          data.getSchema(type).getFields().stream().filter(Schema.Field::hasDefaultValue).toList();
      fields.forEach(data::getDefaultValue);
      return fields.size();
    }
  }
}
