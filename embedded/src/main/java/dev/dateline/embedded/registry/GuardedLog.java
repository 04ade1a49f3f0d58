package dev.dateline.embedded.registry;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when an append has an unknown outcome, once. What is in memory may be wrong from then on,
 * so it takes no more entries; requests that were on their way are to be sent again.
 */
final class GuardedLog implements RegistryLog {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedLog.class);

  private final RegistryLog log;
  private final Runnable onUnknownOutcome;
  private boolean broken;

  GuardedLog(RegistryLog log, Runnable onUnknownOutcome) {
    this.log = log;
    this.onUnknownOutcome = onUnknownOutcome;
  }

  @Override
  public List<RegistryEntry> load() {
    return log.load();
  }

  @Override
  public synchronized void append(RegistryEntry entry) {
    if (broken) {
      throw RegistryError.notReady("it loads its log again");
    }
    try {
      log.append(entry);
    } catch (RuntimeException e) {
      LOG.warn("an entry may or may not be in the log of the registry", e);
      broken = true;
      onUnknownOutcome.run();
      throw RegistryError.notReady("its log takes no entry");
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
