package dev.dateline.training.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.EntityType;
import org.junit.jupiter.api.Test;

class BracketTextTest {

  @Test
  void marksBecomeOffsets() {
    MarkedText text = BracketText.parse("written", "", "bg", "[PER Ан Ли] в [LOC Русе] [sic] [X y");
    assertThat(text.text()).isEqualTo("Ан Ли в Русе [sic] [X y");
    assertThat(text.names())
        .containsExactly(
            new MarkedName(0, 5, EntityType.PERSON), new MarkedName(8, 12, EntityType.PLACE));
    assertThat(text.forms()).contains(new NameForm("РУСЕ", EntityType.PLACE));
  }
}
