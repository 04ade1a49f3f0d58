package dev.dateline.app.output;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.ingest.extract.ExtractedArticle;

/** An article as {@code dateline extract} prints it. */
public final class ExtractedJson {

  private ExtractedJson() {}

  /**
   * @param field {@code path} or {@code url}
   * @param place where the article was read from
   */
  public static ObjectNode of(String field, String place, ExtractedArticle article) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(field, place);
    json.put("title", article.title());
    json.put("text", article.text());
    ArrayNode authors = json.putArray("authors");
    article.authors().forEach(authors::add);
    json.put(
        "publishedAt",
        article.dating() == null
            ? null
            : ISO_OFFSET_DATE_TIME.format(article.dating().stated().time()));
    json.put("language", article.language());
    json.put("image", article.image());
    json.put("canonical", article.url());
    json.put("source", article.publisher());
    return json;
  }
}
