package dev.dateline.enrich.stage.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFeaturesTest {

  @ParameterizedTest
  @CsvSource({
    "экономика, ekonomika", // Russian and Czech
    "привреда, privreda", // Serbian in both alphabets
    "πολιτική, politiki", // Greek, with the stress where it may stand
    "πόλεμος, πολέμους",
    "أسلحة, اسلحه", // as many write it
    "ёлками, елками"
  })
  void lettersThatSayTheSameAreTheSame(String one, String other) {
    assertThat(TopicFeatures.stem(one)).isEqualTo(TopicFeatures.stem(other));
  }

  @ParameterizedTest
  @CsvSource({"школа, skola", "peché, peche", "más, mas"})
  void marksThatMakeAnotherLetterStay(String one, String other) {
    assertThat(TopicFeatures.stem(one)).isNotEqualTo(TopicFeatures.stem(other));
  }
}
