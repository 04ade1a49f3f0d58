package dev.dateline.embedded.registry;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells when an append has an unknown outcome, after which what is in memory may be wrong. */
final class GuardedLog implements RegistryLog {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedLog.class);

  private final RegistryLog log;
  private final Runnable onUnknownOutcome;

  GuardedLog(RegistryLog log, Runnable onUnknownOutcome) {
    this.log = log;
    this.onUnknownOutcome = onUnknownOutcome;
  }

  @Override
  public List<RegistryEntry> load() {
    return log.load();
  }

  @Override
  public void append(RegistryEntry entry) {
    try {
      log.append(entry);
    } catch (RuntimeException e) {
      LOG.warn("an entry may or may not be in the log of the registry", e);
      onUnknownOutcome.run();
      throw RegistryError.notReady("its log takes no entry");
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
