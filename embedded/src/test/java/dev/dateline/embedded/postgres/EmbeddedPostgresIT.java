package dev.dateline.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.Parent;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void keepsItsDataAndAddressOverAnOrderlyRestart() throws SQLException {
    String url;
    try (EmbeddedPostgres postgres = started()) {
      url = postgres.jdbcUrl();
      write(postgres);
    }

    try (EmbeddedPostgres postgres = started()) {
      assertThat(postgres.jdbcUrl()).isEqualTo(url);
      assertThat(count(postgres)).isEqualTo(1);
    }
  }

  @Test
  void letsNobodyInWithoutThePasswordThatOnlyItsOwnerReads() throws Exception {
    try (EmbeddedPostgres postgres = started()) {
      String url = postgres.jdbcUrl();

      assertThatThrownBy(() -> DriverManager.getConnection(url, postgres.user(), "guess"))
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("28P01");
      assertThat(EmbeddedPostgres.password(folder)).isEqualTo(postgres.password()).hasSize(32);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void comesBackAtTheSameAddressWhenItIsKilled() throws SQLException {
    try (EmbeddedPostgres postgres = started()) {
      write(postgres);
      long first = postgres.pid();

      ProcessHandle.of(first).orElseThrow().destroyForcibly();

      await().atMost(SOON).until(() -> postgres.pid() > 0 && postgres.pid() != first);
      await().atMost(SOON).until(() -> postgres.check().state() == Health.State.UP);
      assertThat(count(postgres)).isEqualTo(1);
    }
  }

  @Test
  void leavesNoOrphanWhenItsParentIsKilledAndTakesAnotherPortWhereItsOwnIsTaken() throws Exception {
    try (Parent parent = Parent.start("postgres", folder)) {
      write(parent.address());

      parent.kill();

      await().atMost(SOON).until(() -> !parent.child().isAlive());
      int port = URI.create(parent.address().substring("jdbc:".length())).getPort();
      try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
          EmbeddedPostgres postgres = started()) {
        assertThat(postgres.jdbcUrl()).doesNotContain(":" + taken.getLocalPort() + "/");
        assertThat(count(postgres)).isEqualTo(1);
      }
    }
  }

  @Test
  void stopsAStalePostmasterThatCannotEndByItself() throws Exception {
    try (Parent parent = Parent.start("postgres", folder)) {
      write(parent.address());
      long stale = parent.child().pid();
      new ProcessBuilder("kill", "-STOP", Long.toString(stale)).start().waitFor();
      parent.kill();

      try (EmbeddedPostgres postgres = started()) {
        assertThat(count(postgres)).isEqualTo(1);
        assertThat(parent.child().isAlive()).isFalse();
      }
    }
  }

  @Test
  void saysWhyItDoesNotStart() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("PG_VERSION"), "9.6\n");

    try (EmbeddedPostgres postgres = started()) {
      assertThatThrownBy(postgres::jdbcUrl)
          .isInstanceOf(UserException.class)
          .hasMessageContaining("postgres.log")
          .hasMessageContaining("postgresql.conf")
          .extracting(e -> ((UserException) e).exitCode())
          .isEqualTo(ExitCode.UNAVAILABLE);
      assertThat(postgres.check().state()).isEqualTo(Health.State.DOWN);
    }
  }

  private EmbeddedPostgres started() {
    EmbeddedPostgres postgres = new EmbeddedPostgres(folder, Parent.CACHE);
    postgres.start();
    return postgres;
  }

  private Path password() {
    return folder.resolve("password");
  }

  private void write(EmbeddedPostgres postgres) throws SQLException {
    write(postgres.jdbcUrl());
  }

  private void write(String url) throws SQLException {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE article AS SELECT 1 AS id");
    }
  }

  private int count(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = connect(postgres.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM article")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, "dateline", EmbeddedPostgres.password(folder));
  }
}
