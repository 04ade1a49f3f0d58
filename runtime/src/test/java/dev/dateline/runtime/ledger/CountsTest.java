package dev.dateline.runtime.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class CountsTest {

  @Test
  void areReadAsTheyWereWritten() {
    Counts counts = new Counts(15, 1, 2, -4, Long.MAX_VALUE);

    assertThat(Counts.decode(counts.encode())).isEqualTo(counts);
    assertThat(Counts.decode("{\"in\":1,\"later\":2}".getBytes(UTF_8))).isEqualTo(Counts.IN);
    assertThatThrownBy(() -> Counts.decode(new byte[] {0, 1}))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void addUp() {
    Counts redriven = Counts.IN.plus(Counts.DEAD).minus(Counts.DEAD).plus(Counts.OUT);

    assertThat(redriven).isEqualTo(new Counts(1, 1, 0, 0, 0));
    assertThat(new Counts(9, 1, 2, 3, 4).outcomes()).isEqualTo(10);
  }

  @Test
  void aKeyGivesBackItsSource() {
    LedgerKey key = new LedgerKey("push/of/somebody", "1f2e");

    assertThat(LedgerKey.parse(key.toString())).isEqualTo(key);
  }
}
