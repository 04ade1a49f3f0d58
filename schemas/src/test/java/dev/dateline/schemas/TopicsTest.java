package dev.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void theLedgerIsCompactedInSmallSegmentsAndOthersInThoseOfTheBrokers() {
    assertThat(Topics.LEDGER.configuration())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("segment.bytes", "2097152");
    assertThat(Topics.ENRICHED.configuration())
        .containsEntry("cleanup.policy", "compact")
        .doesNotContainKey("segment.bytes");
  }

  @Test
  void everyTopicTakesWhatAWriterSendsWhoseClockIsHoursAhead() {
    assertThat(Topics.all())
        .allSatisfy(
            topic ->
                assertThat(topic.configuration())
                    .containsEntry("message.timestamp.after.max.ms", "86400000"));
  }
}
