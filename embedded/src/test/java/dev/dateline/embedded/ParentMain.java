package dev.dateline.embedded;

import dev.dateline.embedded.data.DataFolder;
import dev.dateline.embedded.data.DataLock;
import dev.dateline.embedded.data.Instance;
import dev.dateline.embedded.kafka.EmbeddedKafka;
import dev.dateline.embedded.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A JVM to be killed: starts one part below a folder, prints its pid and address, and waits. */
public final class ParentMain {

  private ParentMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[1]);
    Path cache = Path.of(arguments[2]);
    switch (arguments[0]) {
      case "kafka" -> kafka(folder, cache);
      case "postgres" -> postgres(folder, cache);
      case "lock" -> lock(folder);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    new CountDownLatch(1).await();
  }

  @SuppressWarnings("resource") // ends with the JVM, as the test wants
  private static void kafka(Path folder, Path cache) {
    EmbeddedKafka kafka = new EmbeddedKafka(folder, cache);
    kafka.start();
    say(kafka.bootstrap(), kafka.pid());
  }

  @SuppressWarnings("resource")
  private static void postgres(Path folder, Path cache) {
    EmbeddedPostgres postgres = new EmbeddedPostgres(folder, cache);
    postgres.start();
    say(postgres.jdbcUrl(), postgres.pid());
  }

  @SuppressWarnings("resource")
  private static void lock(Path folder) {
    DataLock lock = DataFolder.open(folder).lock();
    lock.publish(Instance.ofThisProcess("b", "r", "h", "j", "u"));
    say("locked", ProcessHandle.current().pid());
  }

  private static void say(String address, long pid) {
    System.out.println("SERVES " + address + " " + pid);
  }
}
