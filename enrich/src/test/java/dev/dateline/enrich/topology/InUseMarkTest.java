package dev.dateline.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InUseMarkTest {

  @TempDir Path folder;

  @Test
  void isThereForTheNextProcessUntilItIsCleared() {
    Path state = folder.resolve("not/there/yet");

    assertThat(new InUseMark(state).isSet()).isFalse();
    new InUseMark(state).set();
    new InUseMark(state).set();
    assertThat(new InUseMark(state).isSet()).isTrue();
    new InUseMark(state).clear();
    new InUseMark(state).clear();
    assertThat(new InUseMark(state).isSet()).isFalse();
  }
}
