package dev.dateline.enrich.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that a document names.
 *
 * @param name base form in the document's language
 * @param englishName English name where the knowledge base has one
 * @param id CURIE ({@code wikidata:Q148}, {@code geonames:1526273}, {@code iso3166:KZ}, {@code
 *     dateline:...}) or null where unknown
 * @param score confidence in the name and its link, 0 to 1
 * @param salience weight in the document, 0 to 1
 * @param coordinates WGS 84, where the entity has a location
 * @param mentions in the text, in order
 * @param titleMentions in the title, in order
 */
public record NamedEntity(
    EntityType type,
    String name,
    @Nullable String englishName,
    @Nullable String id,
    double score,
    double salience,
    @Nullable Coordinates coordinates,
    List<TextSpan> mentions,
    List<TextSpan> titleMentions) {

  public NamedEntity {
    mentions = List.copyOf(mentions);
    titleMentions = List.copyOf(titleMentions);
  }
}
