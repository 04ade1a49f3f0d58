package dev.dateline.testkit.faults;

import dev.dateline.testkit.TestPostgres;
import java.time.Duration;
import java.util.SplittableRandom;

/** PostgreSQL itself is away, or its word is lost. */
public enum DatabaseFault implements Fault {
  /** PostgreSQL is down for longer than any timeout of the sink. */
  DOWN {
    @Override
    public void strike(Wire wire, SplittableRandom random) {
      TestPostgres postgres = wire.embedded().postgres();
      postgres.stop();
      Waiting.pause(LONG);
      postgres.startAgain();
      postgres.jdbcUrl();
    }
  },
  /** PostgreSQL commits, and the connection ends before the sink hears of it. */
  COMMIT_CUT {
    @Override
    public void strike(Wire wire, SplittableRandom random) {
      TcpProxy proxy = wire.databaseProxy();
      long before = proxy.commitsCut();
      proxy.cutCommits(1 + random.nextInt(3));
      Waiting.until("a commit", PATIENCE, () -> proxy.commitsCut() > before);
      proxy.cutCommits(0);
    }
  };

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofSeconds(Long.getLong("faults.down", 20));

  @Override
  public Part part() {
    return Part.SINK;
  }
}
