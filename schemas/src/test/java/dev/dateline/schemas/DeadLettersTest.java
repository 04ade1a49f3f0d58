package dev.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  @Test
  void holdsCoordinatesAndBytes() {
    DeadLetter letter = finish(DeadLetters.ofRecord("t", 3, 42, new byte[] {1}, "abc".getBytes()));

    assertThat(letter.getOrigin()).isEqualTo("t-3@42");
    assertThat(letter.getTopic()).isEqualTo("t");
    assertThat(letter.getPartition()).isEqualTo(3);
    assertThat(letter.getOffset()).isEqualTo(42);
    assertThat(letter.getKey().array()).containsExactly(1);
    assertThat(letter.getPayload().array()).containsExactly('a', 'b', 'c');
    assertThat(letter.getPayloadSha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void boundsTheBytesAndTellsTheirTrueLength() {
    int length = DeadLetters.MAX_PAYLOAD_BYTES + 1;

    DeadLetter letter =
        finish(DeadLetters.ofRecord("t", 0, 0, new byte[2_000_000], new byte[length]));

    assertThat(letter.getPayloadLength()).isEqualTo(length);
    assertThat(letter.getPayload().remaining()).isEqualTo(DeadLetters.MAX_PAYLOAD_BYTES);
    assertThat(letter.getKey().remaining()).isEqualTo(DeadLetters.MAX_KEY_BYTES);
  }

  @Test
  void aRecordWithoutValueHasAnEmptyPayload() {
    assertThat(finish(DeadLetters.ofRecord("t", 0, 0, null, null)).getPayloadLength()).isZero();
  }

  private static DeadLetter finish(DeadLetter.Builder builder) {
    return builder
        .setStage("x")
        .setCode(DeadLetterCode.UNDECODABLE.name())
        .setMessage("m")
        .setFailedAt(Instant.EPOCH)
        .build();
  }
}
