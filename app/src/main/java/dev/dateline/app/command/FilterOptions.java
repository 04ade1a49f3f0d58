package dev.dateline.app.command;

import dev.dateline.schemas.json.ArticleFilter;
import java.util.ArrayList;
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

  ArticleFilter filter() {
    return new ArticleFilter(languages, topics, entities);
  }
}
