package dev.dateline.enrich.topology;

import dev.dateline.enrich.stage.DatelineLine;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.Tags;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.TopicScore;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.Dateline;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.EntityType;
import dev.dateline.schemas.Language;
import dev.dateline.schemas.Mention;
import dev.dateline.schemas.TaggedBy;
import dev.dateline.schemas.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the stages read of an event, and what they found written into it. */
public final class TagMapping {

  private TagMapping() {}

  /** What the stages read of an observation. */
  public static Document document(Article article) {
    return new Document(
        article.getUrl(),
        article.getTitle(),
        article.getText(),
        article.getLanguage(),
        article.getCategories());
  }

  /** Writes the tags into an event. */
  public static void write(Tags tags, EnrichedArticle.Builder event) {
    event
        .setLanguage(new Language(tags.language().tag(), (float) tags.language().confidence()))
        .setTopics(tags.topics().stream().map(TagMapping::topic).toList())
        .setEntities(tags.entities().stream().map(TagMapping::entity).toList())
        .setDateline(dateline(tags.dateline()))
        .setKeyphrases(tags.keyphrases())
        .setFocus(tags.focus())
        .setTaggedBy(
            tags.taggedBy().stream()
                .map(version -> new TaggedBy(version.stage(), version.version()))
                .toList());
  }

  /** Codes of the top-level subjects above the threshold, highest score first. */
  static List<String> subjects(Tags tags) {
    return tags.topics().stream()
        .map(TopicScore::code)
        .filter(tags.subjectScores()::containsKey)
        .toList();
  }

  private static Topic topic(TopicScore topic) {
    return new Topic(topic.code(), topic.name(), (float) topic.score(), topic.evidence());
  }

  private static Entity entity(NamedEntity entity) {
    return Entity.newBuilder()
        .setType(EntityType.valueOf(entity.type().name()))
        .setName(entity.name())
        .setEnglishName(entity.englishName())
        .setId(entity.id())
        .setScore((float) entity.score())
        .setSalience((float) entity.salience())
        .setLatitude(entity.coordinates() == null ? null : entity.coordinates().latitude())
        .setLongitude(entity.coordinates() == null ? null : entity.coordinates().longitude())
        .setMentions(mentions(entity.mentions()))
        .setTitleMentions(mentions(entity.titleMentions()))
        .build();
  }

  private static List<Mention> mentions(List<TextSpan> spans) {
    return spans.stream().map(span -> new Mention(span.start(), span.end(), span.text())).toList();
  }

  private static @Nullable Dateline dateline(@Nullable DatelineLine line) {
    return line == null ? null : new Dateline(line.source(), line.place(), line.span().text());
  }
}
