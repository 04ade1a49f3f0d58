package dev.dateline.enrich.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tagger reads of an article.
 *
 * @param url canonical URL; its path is evidence for the topic
 * @param title headline, plain text; may be empty
 * @param text main text, plain text; all offsets count UTF-16 code units in it
 * @param language BCP 47 tag as the publisher declares it: evidence, not truth
 * @param categories the publisher's categories: free text, or codes such as {@code medtop:15000000}
 */
public record Document(
    @Nullable String url,
    String title,
    String text,
    @Nullable String language,
    List<String> categories) {

  public Document {
    categories = List.copyOf(categories);
  }

  /** A document of which nothing but the text is known. */
  public static Document ofText(String text) {
    return new Document(null, "", text, null, List.of());
  }
}
