package dev.dateline.app.command;

import dev.dateline.enrich.knowledge.MediaTopic;
import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.json.ArticleFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Option;

/** Which articles a reader wants. */
final class FilterOptions {

  @Option(
      names = {"-l", "--language"},
      paramLabel = "TAG",
      split = ",",
      description = "Only articles in this language, such as bg; may be repeated.")
  private List<String> languages = new ArrayList<>();

  @Option(
      names = {"-t", "--topic", "--subject"},
      paramLabel = "TOPIC",
      split = ",",
      description = "Only articles on this topic: code or name, such as sport.")
  private List<String> topics = new ArrayList<>();

  @Option(
      names = {"-e", "--entity"},
      paramLabel = "ENTITY",
      description = "Only articles that name this entity: id or name, such as wikidata:Q148.")
  private List<String> entities = new ArrayList<>();

  List<String> languages() {
    return languages;
  }

  List<String> topics() {
    return topics;
  }

  List<String> entities() {
    return entities;
  }

  /**
   * The filter.
   *
   * @throws UserException where nothing could ever be on one of the topics
   */
  ArticleFilter filter() {
    ArticleFilter filter = new ArticleFilter(languages, topics, entities);
    Collection<MediaTopic> known = filter.topics().isEmpty() ? List.of() : MediaTopics.load().all();
    for (String wanted : filter.topics()) {
      if (known.stream().noneMatch(topic -> isMeant(wanted, topic))) {
        throw new UserException(
            ExitCode.USAGE,
            "There is no topic '"
                + wanted
                + "'. The subjects are "
                + String.join(", ", Topics.SUBJECTS)
                + "; the IPTC Media Topics below them are topics too.");
      }
    }
    return filter;
  }

  /** By code, with or without its scheme, or by how the name begins, as articles are filtered. */
  private static boolean isMeant(String wanted, MediaTopic topic) {
    return topic.code().equals(wanted)
        || topic.code().endsWith(":" + wanted)
        || ArticleFilter.slug(topic.name()).startsWith(wanted);
  }
}
