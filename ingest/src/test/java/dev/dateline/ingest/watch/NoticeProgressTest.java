package dev.dateline.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeProgressTest {

  private final NoticeProgress progress = new NoticeProgress();

  @Test
  void goesOnAtTheFirstThatHasNotEnded() {
    assertThat(progress.next()).isEmpty();
    progress.begin(4);
    progress.begin(5);
    progress.begin(9);
    progress.end(5);
    assertThat(progress.next()).hasValue(4);
    assertThat(progress.open()).isEqualTo(2);
    progress.end(4);
    assertThat(progress.next()).hasValue(9);
    progress.end(9);
    assertThat(progress.next()).hasValue(10);
  }
}
