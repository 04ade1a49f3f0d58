package dev.dateline.app.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.DeadLetters;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ObstacleTest {

  private static final byte[] KEY = {(byte) 0xff, 1};

  @Test
  void anObservationWithAllItsBytesCanBeRedriven() {
    assertThat(Obstacle.of(build(record("news.article.v1", new byte[] {0, 1, 2})))).isEmpty();
    assertThat(Obstacle.of(build(DeadLetters.ofRecord("news.article.v1", 0, 1, null, null))))
        .isEmpty();
    assertThat(Obstacle.of(build(record("news.enriched.v1", KEY)))).isEmpty();
  }

  @Test
  void aPartOfARecordIsNotARecord() {
    byte[] large = new byte[DeadLetters.MAX_PAYLOAD_BYTES + 1];
    DeadLetter.Builder changed = record("news.article.v1", "whole".getBytes(UTF_8));
    changed.setPayload(ByteBuffer.wrap("while".getBytes(UTF_8)));
    byte[] longKey = new byte[DeadLetters.MAX_KEY_BYTES + 1];

    assertThat(Obstacle.of(build(record("news.article.v1", large))))
        .get()
        .asString()
        .contains("only a part");
    assertThat(Obstacle.of(build(changed))).isPresent();
    assertThat(Obstacle.of(build(DeadLetters.ofRecord("news.article.v1", 0, 1, longKey, KEY))))
        .isPresent();
  }

  @Test
  void whatIsNoObservationSaysWhatToDoInstead() {
    DeadLetter.Builder file = DeadLetters.of("folder:a.xml", KEY).setLocation("in/a.xml");
    DeadLetter.Builder page =
        DeadLetters.of("site:p", KEY).setLocation("https://a.example/p").setSourceId("site");

    assertThat(Obstacle.of(build(file))).get().asString().contains("Mend in/a.xml");
    assertThat(Obstacle.of(build(page))).get().asString().contains("dateline source refetch site");
    byte[] large = new byte[DeadLetters.MAX_PAYLOAD_BYTES + 1];
    assertThat(Obstacle.of(build(record("news.enriched.v1", large))))
        .get()
        .asString()
        .contains("partition 5 in the table sink_offset");
    assertThat(Obstacle.of(build(record("other", KEY)))).isPresent();
  }

  private static DeadLetter.Builder record(String topic, byte[] value) {
    return DeadLetters.ofRecord(topic, 5, 1, KEY, value);
  }

  private static DeadLetter build(DeadLetter.Builder letter) {
    return letter
        .setStage("stage")
        .setCode("CODE")
        .setMessage("wrong")
        .setFailedAt(Instant.EPOCH)
        .build();
  }
}
