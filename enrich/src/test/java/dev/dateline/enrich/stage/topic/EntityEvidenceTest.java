package dev.dateline.enrich.stage.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.TopicScore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntityEvidenceTest {

  private static final String ECONOMY = Subject.ECONOMY.code();

  private final EntityEvidence evidence = EntityEvidence.load(MediaTopics.load());

  @Test
  void allOfItsEntitiesAreKnown() {
    Knowledge knowledge = Knowledge.load();

    assertThat(evidence.ids())
        .allSatisfy(id -> assertThat(knowledge.find(id)).as(id).isNotNegative());
  }

  @Test
  void anEntityMakesASubjectThatTheWordsSuggestToo() {
    TopicResult result = evidence.complete(result(0.07), List.of(bank(2)));

    assertThat(result.topics())
        .singleElement()
        .satisfies(
            topic -> {
              assertThat(topic.code()).isEqualTo(ECONOMY);
              assertThat(topic.evidence()).containsExactly("entity:EZB");
              assertThat(topic.score()).isEqualTo(result.subjectScores().get(ECONOMY));
            });
  }

  @Test
  void aNameInPassingOrAgainstTheWordsMakesNone() {
    assertThat(evidence.complete(result(0.07), List.of(bank(1))).topics()).isEmpty();
    assertThat(evidence.complete(result(0.001), List.of(bank(9))).topics()).isEmpty();
  }

  @Test
  void whatIsASubjectAlreadyStaysAsItIs() {
    TopicResult before =
        new TopicResult(
            List.of(new TopicScore(ECONOMY, "economy", 0.6, List.of("bank"))),
            Map.of(ECONOMY, 0.6));

    assertThat(evidence.complete(before, List.of(bank(5)))).isSameAs(before);
  }

  private static TopicResult result(double economy) {
    return new TopicResult(List.of(), Map.of(ECONOMY, economy));
  }

  private static NamedEntity bank(int mentions) {
    return new NamedEntity(
        EntityType.ORGANIZATION,
        "EZB",
        null,
        "dateline:org/ecb",
        1,
        1,
        null,
        Collections.nCopies(mentions, new TextSpan(0, 3, "EZB")),
        List.of());
  }
}
