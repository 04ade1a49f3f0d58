package dev.dateline.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.json.ArticleJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of an article is told. */
enum ArticleView {
  /** Everything that the event holds. */
  FULL,
  /** For a list: the first words of the text, entities without their mentions. */
  BRIEF;

  private static final int LEAD = 280;

  /** The view that a request asks for. */
  static ArticleView of(@Nullable String name) {
    if (name == null || name.equals("full")) {
      return FULL;
    }
    if (name.equals("brief")) {
      return BRIEF;
    }
    throw new IllegalArgumentException("view must be full or brief");
  }

  ObjectNode of(EnrichedArticle event) {
    ObjectNode json = ArticleJson.full(event);
    if (this == BRIEF) {
      json.put("text", lead(event.getArticle().getText()));
      json.path("entities")
          .forEach(entity -> ((ObjectNode) entity).remove(List.of("mentions", "titleMentions")));
    }
    return json;
  }

  private static String lead(String text) {
    if (text.length() <= LEAD) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LEAD - 1)) ? LEAD - 1 : LEAD;
    return text.substring(0, end) + "…";
  }
}
