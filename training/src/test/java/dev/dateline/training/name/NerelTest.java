package dev.dateline.training.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.EntityType;
import org.junit.jupiter.api.Test;

class NerelTest {

  @Test
  void theOutermostNamesCountAndDescriptionsDoNot() {
    String text = "Банк Перми и глава банка Ян Орлов";
    String marks =
        String.join(
            "\n",
            "T1\tORGANIZATION 0 10\tБанк Перми",
            "T2\tCITY 5 10\tПерми",
            "T3\tORGANIZATION 19 24\tбанка",
            "T4\tPERSON 25 33\tЯн Орлов",
            "T5\tDATE 0 4\tБанк",
            "R1\tALTERNATIVE_NAME Arg1:T1 Arg2:T2",
            "T6\tPERSON 25 27;28 33\tЯн Орлов");
    assertThat(Nerel.names(text, marks))
        .containsExactly(
            new MarkedName(0, 10, EntityType.ORGANIZATION),
            new MarkedName(25, 33, EntityType.PERSON));
  }
}
