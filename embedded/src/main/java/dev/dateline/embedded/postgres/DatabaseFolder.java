package dev.dateline.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of one database cluster, made by initdb, and the password that goes with it. */
final class DatabaseFolder {

  static final String USER = "dateline";
  static final String DATABASE = "dateline";

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFolder.class);
  private static final int PATIENCE_SECONDS = 120;

  /** The text search parser asks the C library what a letter is; the first that exists is taken. */
  private static final List<String> LETTERS = List.of("C.UTF-8", "en_US.UTF-8", "C");

  private final Path folder;
  private final Path binaries;
  private final Account account;

  DatabaseFolder(Path folder, Path binaries, Account account) {
    this.folder = folder;
    this.binaries = binaries;
    this.account = account;
  }

  Path data() {
    return folder.resolve("data");
  }

  static Path passwordFile(Path folder) {
    return folder.resolve("password");
  }

  /** The password, made at the first call; only its owner may read the file. */
  String password() {
    Path file = passwordFile(folder);
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        writePrivately(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the database password in " + file, e);
    }
  }

  private static void writePrivately(Path file, String content) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(unfinished, content.getBytes(StandardCharsets.UTF_8));
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes the cluster where there is none yet; one that was begun and not finished is redone. */
  void initialize() {
    Path unfinished = folder.resolve("data.unfinished");
    try {
      if (Files.exists(data())) {
        account.own(data());
        return;
      }
      boolean made = false;
      for (int i = 0; i < LETTERS.size() && !made; i++) {
        Trees.delete(unfinished);
        Files.createDirectory(unfinished);
        account.own(unfinished);
        made = initdb(unfinished, LETTERS.get(i), i == LETTERS.size() - 1);
      }
      secure(unfinished);
      Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a database in " + folder, e);
    }
  }

  private boolean initdb(Path target, String letters, boolean last) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(binaries.resolve("bin/initdb").toString());
    command.addAll(List.of("-D", target.toString(), "-U", USER, "--encoding=UTF8"));
    command.addAll(List.of("--locale=C", "--lc-ctype=" + letters));
    command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    command.add("--auth=trust"); // never served like this: see secure()
    boolean made = run(command, "");
    if (!made && last) {
      throw new IOException("initdb fails: " + Files.readString(log()));
    }
    LOG.info("initdb letters={} made={}", letters, made);
    return made;
  }

  /**
   * Sets the password and makes the database, in single-user mode, and lets nobody in without it.
   * (initdb itself would read the password from a file that another account cannot open.)
   */
  private void secure(Path target) throws IOException {
    Files.writeString(
        target.resolve("pg_hba.conf"), "host all " + USER + " 127.0.0.1/32 scram-sha-256\n");
    String server = binaries.resolve("bin/postgres").toString();
    List<String> command =
        List.of(server, "--single", "-D", target.toString(), "-c", "exit_on_error=on", "postgres");
    String statements =
        "ALTER ROLE " + USER + " PASSWORD '" + password() + "'\nCREATE DATABASE " + DATABASE + "\n";
    if (!run(command, statements)) {
      throw new IOException("no database can be created: " + Files.readString(log()));
    }
  }

  private boolean run(List<String> command, String input) throws IOException {
    Process process =
        new ProcessBuilder(account.run(command))
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    try (var standardInput = process.getOutputStream()) {
      standardInput.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.debug("the command ended before it read its input command={}", command.get(0));
    }
    return ends(process) && process.exitValue() == 0;
  }

  private Path log() {
    return folder.resolve("initdb.log");
  }

  private static boolean ends(Process process) {
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      return ended;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
