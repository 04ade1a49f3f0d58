package dev.dateline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediaTopicsTest {

  private final MediaTopics topics = MediaTopics.load();

  @Test
  void everySubjectIsATopLevelTopicOfTheTable() {
    for (Subject subject : Subject.values()) {
      assertThat(topics.find(subject.code())).isPresent();
      assertThat(topics.find(subject.code()).orElseThrow().broader()).isEmpty();
      assertThat(Subject.ofSlug(subject.slug())).contains(subject);
    }
    assertThat(topics.name(Subject.LABOUR.code())).isEqualTo("labour");
    assertThat(topics.name(Subject.WEATHER.code())).isEqualTo("weather");
  }

  @Test
  void everyTopicLiesBelowASubject() {
    assertThat(topics.all()).hasSizeGreaterThan(1_000);
    assertThat(topics.all())
        .allSatisfy(topic -> assertThat(topics.subject(topic.code())).isPresent());
  }

  @Test
  void deepTopicKnowsItsSecondLevel() {
    assertThat(topics.subject("medtop:20000003")).contains(Subject.ARTS);
    assertThat(topics.secondLevel("medtop:20000003").orElseThrow().code())
        .isEqualTo("medtop:20000002");
    assertThat(topics.secondLevel("medtop:01000000")).isEmpty();
  }

  @Test
  void unknownCodeKeepsItsCodeAsName() {
    assertThat(topics.name("medtop:99")).isEqualTo("medtop:99");
    assertThat(topics.subject("medtop:99")).isEmpty();
  }
}
