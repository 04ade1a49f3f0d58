package dev.dateline.enrich.topology;

import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.DatelineLine;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.StageVersion;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.stage.Tags;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.TopicScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tags by single words of the text: sport, politics, Sofia, Jana Nova, throw, overflow, swell. */
final class WordTagger implements Tagger {

  static final String SPORT = "medtop:15000000";
  static final String POLITICS = "medtop:11000000";

  @Override
  public Tags tag(Document document) {
    String text = document.text();
    if (text.contains("throw")) {
      throw new IllegalStateException("asked to throw");
    }
    if (text.contains("overflow")) {
      return tag(document);
    }
    List<TopicScore> topics = new ArrayList<>();
    if (text.contains("sport")) {
      topics.add(new TopicScore(SPORT, "sport", 0.9, List.of("sport")));
      topics.add(new TopicScore("medtop:20000822", "competition", 0.8, List.of()));
    }
    if (text.contains("politics")) {
      topics.add(new TopicScore(POLITICS, "politics", 0.6, List.of()));
    }
    int sofia = text.indexOf("Sofia");
    List<NamedEntity> entities = new ArrayList<>();
    if (sofia >= 0) {
      entities.add(
          new NamedEntity(
              EntityType.PLACE,
              "София",
              "Sofia",
              "geonames:727011",
              0.9,
              0.5,
              new Coordinates(42.7, 23.3),
              List.of(TextSpan.of(text, sofia, sofia + 5)),
              List.of()));
    }
    int jana = text.indexOf("Jana Nova");
    if (jana >= 0) {
      entities.add(
          new NamedEntity(
              EntityType.PERSON,
              "Jana Nova",
              null,
              null,
              0.9,
              0.5,
              null,
              List.of(TextSpan.of(text, jana, jana + 9)),
              List.of()));
    }
    return new Tags(
        new LanguageGuess("en", 0.99),
        topics,
        Map.of(SPORT, 0.9, POLITICS, 0.6),
        entities,
        new DatelineLine("BTA", null, TextSpan.of(text, 0, 0)),
        text.contains("swell") ? List.of("x".repeat(5 * 1024 * 1024)) : List.of("phrase"),
        List.of("BG"),
        List.of(new StageVersion("words", "1")));
  }
}
