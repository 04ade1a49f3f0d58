package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The countries that a document is about: those that its places lie in and its organisations and
 * people belong to, and those that its adjectives speak of. Immutable and thread-safe.
 */
public final class GeographicFocus {

  private static final int MOST = 3;

  /** A country counts that has this share of all the evidence and this much of it. */
  private static final double LEAST_SHARE = 0.2;

  private static final double LEAST = 0.35;

  private static final double ADJECTIVE = 0.15;
  private static final double BELONGS_THERE = 0.4;

  /** Codes of states that are no more: no document is for readers there. */
  private static final Set<String> FORMER = Set.of("SU");

  private final Knowledge knowledge;

  /** The focus by what this knowledge says of entities. */
  public GeographicFocus(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * The countries, ISO 3166-1 alpha-2, strongest first.
   *
   * @param entities as the linker gave them
   * @param text the tokens of the text
   * @param language BCP 47
   */
  public List<String> of(List<NamedEntity> entities, Tokens text, String language) {
    Map<String, Double> weights = new TreeMap<>();
    for (NamedEntity entity : entities) {
      int known = entity.id() == null ? -1 : knowledge.find(entity.id());
      String country = known < 0 ? "" : knowledge.country(known);
      if (!country.isEmpty()) {
        double share = entity.type() == EntityType.PLACE ? 1 : BELONGS_THERE;
        weights.merge(country, entity.salience() * share, Double::sum);
      }
    }
    addAdjectives(text, language, weights);
    weights.keySet().removeAll(FORMER);
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    return weights.entrySet().stream()
        .filter(entry -> entry.getValue() >= Math.max(LEAST, LEAST_SHARE * total))
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void addAdjectives(Tokens text, String language, Map<String, Double> weights) {
    if (!CountryAdjectives.areKnown(language)) {
      return;
    }
    Inflections inflections = Inflections.of(language);
    NameKeys keys = new NameKeys();
    for (int i = 0; i < text.size(); i++) {
      if (text.isWord(i) && text.end(i) - text.start(i) > 3) {
        String country =
            CountryAdjectives.country(
                text.text(), text.start(i), text.end(i), inflections, language, keys);
        if (country != null) {
          weights.merge(country, ADJECTIVE, Double::sum);
        }
      }
    }
  }
}
