package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.stage.EntityType;
import java.util.List;

/**
 * A stretch of a text that reads like a name of the knowledge base.
 *
 * @param from first token
 * @param to one past the last token
 * @param start first UTF-16 code unit; inside the first token where a prefix is written together
 *     with the name
 * @param end one past the last UTF-16 code unit
 * @param candidates the entities that have this name, at least one, most prominent first
 */
public record KnownName(int from, int to, int start, int end, List<Candidate> candidates) {

  public KnownName {
    candidates = List.copyOf(candidates);
  }

  /**
   * An entity that the name may mean.
   *
   * @param entity its number in the knowledge
   * @param name the name as the knowledge base writes it: its base form
   * @param exact whether the text has the base form, not an inflected one
   * @param weak whether the name is a common word as well
   * @param prominence 0 to 255
   */
  public record Candidate(
      int entity, EntityType type, String name, boolean exact, boolean weak, int prominence) {}
}
