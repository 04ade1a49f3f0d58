package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IngestPassTest {

  private static final Instant NOW = Instant.parse("2026-05-12T08:00:00Z");

  @Test
  void whatAFileSaysHasItsTimeAlsoByAClockThatIsHoursBehind() {
    Instant modified = NOW.plus(Duration.ofHours(5));

    assertThat(IngestPass.observedAt(modified, NOW)).isEqualTo(modified);
    assertThat(IngestPass.observedAt(modified, modified.plusSeconds(60))).isEqualTo(modified);
  }

  @Test
  void aFileOfAnotherCenturyIsNotTheLastWordUntilThen() {
    assertThat(IngestPass.observedAt(Instant.parse("2099-01-01T00:00:00Z"), NOW)).isEqualTo(NOW);
  }

  @Test
  void whatIsNotAllowedIsSaidWithoutThePathAgain() {
    assertThat(
            IngestPass.unreadable("sub", "looked at", new AccessDeniedException("/in/sub"))
                .message())
        .isEqualTo(
            "It cannot be looked at: permission denied. Give this process the right to read it.");
    assertThat(
            IngestPass.unreadable("a", "opened", new FileSystemException("/in/a", null, "disk"))
                .message())
        .startsWith("It cannot be opened: disk.");
  }
}
