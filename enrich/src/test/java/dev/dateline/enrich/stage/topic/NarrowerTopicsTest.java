package dev.dateline.enrich.stage.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.TopicScore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NarrowerTopicsTest {

  private static final String ELECTION = "medtop:20000574";

  private static final Document ON_ELECTIONS =
      new Document(
          null,
          "Voters go to the polls",
          "Turnout was high; each candidate waited for the ballots to be counted.",
          null,
          List.of());

  private final MediaTopics mediaTopics = MediaTopics.load();
  private final NarrowerTopics narrower = NarrowerTopics.load(mediaTopics);

  @Test
  void everyTopicIsOfTheSecondLevelAndHasWords() {
    assertThat(NarrowerTopics.words())
        .allSatisfy(
            (code, words) -> {
              assertThat(mediaTopics.secondLevel(code).orElseThrow().code()).isEqualTo(code);
              assertThat(words).allSatisfy(word -> assertThat(word).hasSizeGreaterThan(2));
            });
  }

  @Test
  void namesTheTopicThatTheWordsSpeakForBelowItsSubject() {
    TopicResult result = narrower.complete(of(Subject.POLITICS, 0.8), TopicWords.of(ON_ELECTIONS));

    assertThat(result.topics())
        .extracting(TopicScore::code)
        .containsExactly(Subject.POLITICS.code(), ELECTION);
    TopicScore election = result.topics().get(1);
    assertThat(election.name()).isEqualTo("election");
    assertThat(election.evidence()).contains("voters", "turnout", "candidate", "ballots");
    assertThat(election.score()).isBetween(0.4, 0.8);
    assertThat(result.subjectScores()).containsOnlyKeys(Subject.POLITICS.code());
  }

  @Test
  void readsInflectedWordsOfOtherLanguages() {
    Document text =
        Document.ofText(
            "Футболистите и вратарят победиха, а тенисистката спечели по тенис. Баскетболът чака.");

    assertThat(narrower.complete(of(Subject.SPORT, 0.9), TopicWords.of(text)).topics())
        .extracting(TopicScore::code)
        .containsExactly(Subject.SPORT.code(), "medtop:20000822");
  }

  @Test
  void addsNothingUnderASubjectThatTheDocumentIsNotOfNorOnFewWords() {
    TopicResult sport = of(Subject.SPORT, 0.9);
    TopicResult politics = of(Subject.POLITICS, 0.9);

    assertThat(narrower.complete(sport, TopicWords.of(ON_ELECTIONS))).isEqualTo(sport);
    assertThat(
            narrower.complete(
                politics, TopicWords.of(Document.ofText("A candidate and the voters."))))
        .isEqualTo(politics);
  }

  @Test
  void saysNothingWhereTheWordsAreDivided() {
    TopicResult politics = of(Subject.POLITICS, 0.9);
    Document text =
        Document.ofText(
            "Voters, a candidate and a referendum; the ambassador, a diplomat and sanctions.");

    assertThat(narrower.complete(politics, TopicWords.of(text))).isEqualTo(politics);
  }

  private TopicResult of(Subject subject, double score) {
    TopicScore topic =
        new TopicScore(subject.code(), mediaTopics.name(subject.code()), score, List.of());
    return new TopicResult(List.of(topic), Map.of(subject.code(), score));
  }
}
