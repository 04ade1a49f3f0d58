package dev.dateline.ingest.extract;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article as its publisher shows it, in plain text.
 *
 * @param url canonical absolute URL
 * @param guid the publisher's own identifier
 * @param givenId an id that the input asks to keep (JSON Lines), to the letter
 * @param title headline; never empty, taken from the first sentence where there is none
 * @param text main text, paragraphs separated by one empty line; never blank unless withdrawn
 * @param summary the publisher's abstract
 * @param language BCP 47 tag as declared; evidence, not truth
 * @param authors names in the order of the byline
 * @param categories free text, or codes such as {@code medtop:15000000}
 * @param image absolute URL of the lead image
 * @param dating first publication as stated
 * @param updatedAt last change as stated
 * @param publisher name of the publisher
 * @param withdrawn whether the publisher cancels the article with this observation
 * @param rights what the page says of its use
 */
public record ExtractedArticle(
    @Nullable String url,
    @Nullable String guid,
    @Nullable String givenId,
    String title,
    String text,
    @Nullable String summary,
    @Nullable String language,
    List<String> authors,
    List<String> categories,
    @Nullable String image,
    @Nullable Dating dating,
    @Nullable Instant updatedAt,
    @Nullable String publisher,
    boolean withdrawn,
    PageRights rights) {

  public ExtractedArticle {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /** The same with other rights. */
  public ExtractedArticle with(PageRights other) {
    return copy(language, categories, other);
  }

  /**
   * The same with what its source says of all its articles.
   *
   * @param common language of those that declare none
   * @param further categories that all of them have
   */
  public ExtractedArticle inSource(@Nullable String common, List<String> further) {
    return copy(
        language == null ? common : language,
        Stream.concat(categories.stream(), further.stream()).distinct().toList(),
        rights);
  }

  private ExtractedArticle copy(
      @Nullable String newLanguage, List<String> newCategories, PageRights newRights) {
    return new ExtractedArticle(
        url,
        guid,
        givenId,
        title,
        text,
        summary,
        newLanguage,
        authors,
        newCategories,
        image,
        dating,
        updatedAt,
        publisher,
        withdrawn,
        newRights);
  }

  /** The instant of first publication as stated. */
  public @Nullable Instant publishedAt() {
    return dating == null ? null : dating.instant();
  }
}
