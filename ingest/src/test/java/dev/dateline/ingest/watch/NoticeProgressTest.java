package dev.dateline.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeProgressTest {

  private final NoticeProgress progress = new NoticeProgress();

  @Test
  void goesOnAtTheFirstThatHasNotEnded() {
    assertThat(progress.next()).isEmpty();
    progress.begin(4, "a", 0);
    progress.begin(5, "a", 10);
    progress.begin(9, "b", 0);
    progress.end(5);
    assertThat(progress.next()).hasValue(4);
    assertThat(progress.open()).isEqualTo(2);
    progress.end(4);
    assertThat(progress.next()).hasValue(9);
    progress.end(9);
    assertThat(progress.next()).hasValue(10);
  }

  @Test
  void theBacklogOfOneSourceLeavesRoomForTheDocumentsOfOthers() {
    assertThat(kept("hung", 0, 1_000)).isEqualTo(10);
    assertThat(kept("other", 1_000, 10)).isEqualTo(10);
    progress.end(0);
    assertThat(kept("hung", 2_000, 1_000)).isEqualTo(1);
    assertThat(progress.next()).hasValue(1);
  }

  @Test
  void theDocumentsThatWaitAreBounded() {
    int kept = 0;
    for (int source = 0; source < 100; source++) {
      kept += kept("source" + source, source * 1_000L, 10);
    }
    assertThat(kept).isEqualTo(40);
    for (int source = 0; source < 4; source++) {
      for (int i = 0; i < 10; i++) {
        progress.end(source * 1_000L + i);
      }
    }
    assertThat(kept("later", 200_000, 10)).isEqualTo(10);
  }

  /** Documents of 100 KB that are kept. */
  private int kept(String source, long firstOffset, int notices) {
    int kept = 0;
    for (int i = 0; i < notices; i++) {
      kept += progress.begin(firstOffset + i, source, 100 * 1024) ? 1 : 0;
    }
    return kept;
  }

  @Test
  void ofTheNoticesWithoutTheirDocumentsTheLastOneAloneLetsTheSourceBeAsked() {
    kept("hung", 0, 12);
    assertThat(progress.isFollowed(10, "hung")).isTrue();
    assertThat(progress.isFollowed(11, "hung")).isFalse();
    assertThat(progress.isFollowed(10, "other")).isFalse();
    progress.end(10);
    assertThat(progress.isFollowed(11, "hung")).isFalse();
  }

  @Test
  void aNoticeThatIsReadTwiceCountsOnce() {
    progress.begin(1, "a", 1024 * 1024);
    assertThat(progress.begin(1, "a", 0)).isFalse();
    assertThat(progress.begin(2, "a", 1024 * 1024)).isTrue();
    assertThat(progress.open()).isEqualTo(2);
  }
}
