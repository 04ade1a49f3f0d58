package dev.dateline.sink;

import java.util.Optional;

/**
 * Narrows a search; an empty part lets everything through.
 *
 * @param language BCP 47 tag; {@code zh} takes {@code zh-Hant} too
 * @param topic a code such as {@code medtop:11000000}, or its name in lower case with dashes; of a
 *     top-level subject the first words of it are enough: {@code economy}
 * @param entity id of an entity such as {@code wikidata:Q148}
 */
public record ArticleFilter(
    Optional<String> language, Optional<String> topic, Optional<String> entity) {

  /** Lets everything through. */
  public static final ArticleFilter NONE =
      new ArticleFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
