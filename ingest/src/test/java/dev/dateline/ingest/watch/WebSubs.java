package dev.dateline.ingest.watch;

import dev.dateline.ingest.websub.WebSubSettings;
import java.time.Duration;
import java.util.Optional;

/** How tests use hubs. */
final class WebSubs {

  /** Not at all. */
  static final WebSubSettings OFF =
      new WebSubSettings(
          Optional.empty(),
          Duration.ofDays(1),
          Duration.ofHours(1),
          Duration.ofDays(7),
          Duration.ofDays(14));

  private WebSubs() {}
}
