package dev.dateline.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityLevelTest {

  private static final Schema PLAIN = record("");
  private static final Schema WITH_DEFAULT =
      record(",{\"name\":\"b\",\"type\":\"string\",\"default\":\"\"}");
  private static final Schema REQUIRED = record(",{\"name\":\"b\",\"type\":\"string\"}");

  @ParameterizedTest
  @CsvSource({
    // level, a field with a default is added, a required one is added, a required one is dropped
    "NONE,                true, true,  true",
    "BACKWARD,            true, false, true",
    "BACKWARD_TRANSITIVE, true, false, true",
    "FORWARD,             true, true,  false",
    "FORWARD_TRANSITIVE,  true, true,  false",
    "FULL,                true, false, false",
    "FULL_TRANSITIVE,     true, false, false"
  })
  void allows(CompatibilityLevel level, boolean withDefault, boolean required, boolean dropped) {
    assertThat(level.objections(WITH_DEFAULT, List.of(PLAIN)).isEmpty()).isEqualTo(withDefault);
    assertThat(level.objections(REQUIRED, List.of(PLAIN)).isEmpty()).isEqualTo(required);
    assertThat(level.objections(PLAIN, List.of(REQUIRED)).isEmpty()).isEqualTo(dropped);
  }

  @ParameterizedTest
  @CsvSource({"BACKWARD, true", "BACKWARD_TRANSITIVE, false"})
  void looksAtEveryVersionOnlyWhereTransitive(CompatibilityLevel level, boolean allowed) {
    List<Schema> versions = List.of(PLAIN, WITH_DEFAULT);

    assertThat(level.objections(REQUIRED, versions).isEmpty()).isEqualTo(allowed);
  }

  private static Schema record(String more) {
    return new Schema.Parser()
        .parse(
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"long\"}"
                + more
                + "]}");
  }
}
