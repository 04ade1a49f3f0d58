package dev.dateline.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountIT {

  @TempDir Path folder;

  @Test
  void isNeverRootToWhatItRuns() throws IOException {
    Account account = Account.current();

    assertThat(output(account, "id", "-u").strip()).matches("[1-9][0-9]*");
  }

  @Test
  void mayReadAndWriteAFolderThatItOwns() throws IOException {
    Account account = Account.current();
    Path secret = Files.writeString(folder.resolve("secret"), "to be read");

    account.own(folder);

    assertThat(output(account, "cat", secret.toString())).isEqualTo("to be read");
    assertThat(output(account, "touch", folder.resolve("new").toString())).isEmpty();
    assertThat(folder.resolve("new")).exists();
  }

  @Test
  void fallsBackToAnUnprivilegedUserWhoThenOwnsTheDatabase() throws Exception {
    assumeTrue(
        Account.current().owner() == 0, "only root needs it, and only root can try it: skipped");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Account nobody = Account.unprivileged();
    Path binaries = PostgresBinaries.unpack(folder.resolve("cache"));

    DatabaseFolder database = new DatabaseFolder(folder, binaries, nobody);
    database.initialize();

    assertThat(Files.getAttribute(database.data(), "unix:uid")).isEqualTo(nobody.owner());
    assertThat(database.data().resolve("PG_VERSION")).exists();
  }

  @Test
  void saysThatTheUnprivilegedUserCannotGetToAFolder() throws Exception {
    assumeTrue(
        Account.current().owner() == 0, "only root needs it, and only root can try it: skipped");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Path inner = Files.createDirectory(folder.resolve("inner"));

    assertThatThrownBy(() -> Account.unprivileged().own(inner))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("nobody")
        .hasMessageContaining("--data");
  }

  private static String output(Account account, String... command) throws IOException {
    Process process =
        new ProcessBuilder(account.run(List.of(command))).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
