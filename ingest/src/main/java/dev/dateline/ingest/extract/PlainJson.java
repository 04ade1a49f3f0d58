package dev.dateline.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.schemas.DeadLetterCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article in Dateline's own form: {@code id, url, source, title, text, language,
 * publishedAt}, all optional but {@code text}. The text is kept to the letter.
 */
final class PlainJson {

  private PlainJson() {}

  static Extraction read(JsonNode node, Origin origin, String where) {
    JsonNode body = node.get("text");
    if (body == null || !body.isTextual()) {
      return new Extraction.Rejected(
          DeadLetterCode.UNREADABLE,
          where
              + Neighbours.ofJson(JsonTree.text(node, "version"))
                  .map(other -> " is " + other)
                  .orElse(
                      " has no member \"text\" with the article's text, and is not ninjs either."),
          origin);
    }
    ArticleDraft draft =
        new ArticleDraft()
            .givenId(JsonTree.scalar(node.get("id")))
            .guid(JsonTree.scalar(node.get("id")))
            .url(JsonTree.scalar(node.get("url")))
            .literalTitle(JsonTree.scalar(node.get("title")))
            .literalText(body.textValue())
            .language(JsonTree.scalar(node.get("language")))
            .publishedAt(JsonTree.scalar(node.get("publishedAt")), "publishedAt")
            .updatedAt(JsonTree.scalar(node.get("updatedAt")))
            .publisher(source(node.get("source")));
    Optional<ExtractedArticle> article = draft.build();
    return article.isPresent()
        ? new Extraction.Extracted(article.get(), origin)
        : new Extraction.Rejected(
            DeadLetterCode.EMPTY, where + " has an empty \"text\": nothing to store.", origin);
  }

  /** The source's name; an object with a name is what Dateline itself writes. */
  private static @Nullable String source(@Nullable JsonNode source) {
    return source != null && source.isObject()
        ? JsonTree.text(source, "name")
        : JsonTree.scalar(source);
  }
}
