package dev.dateline.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.embedded.registry.RegistryEntry.LevelSetting;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuardedLogTest {

  private final MemoryLog log = new MemoryLog();
  private final AtomicInteger reloads = new AtomicInteger();
  private final GuardedLog guarded = new GuardedLog(log, reloads::incrementAndGet);
  private final RegistryEntry entry = new LevelSetting("a", CompatibilityLevel.FULL);

  @Test
  void asksForOneReloadAndTakesNoMoreAfterAnUnknownOutcome() {
    log.failNext();

    assertThatThrownBy(() -> guarded.append(entry)).isInstanceOf(RegistryError.class);
    assertThatThrownBy(() -> guarded.append(entry)).isInstanceOf(RegistryError.class);

    assertThat(reloads).hasValue(1);
    assertThat(log.load()).hasSize(1);
  }
}
