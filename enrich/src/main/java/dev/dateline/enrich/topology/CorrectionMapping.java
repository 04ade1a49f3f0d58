package dev.dateline.enrich.topology;

import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.schemas.EntityCorrection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Between entities as the knowledge has them and as the topic has them. */
final class CorrectionMapping {

  private CorrectionMapping() {}

  static EntityCorrection correction(EntityDraft entity, Instant now) {
    List<String> aliases = new ArrayList<>(entity.aliases());
    entity.weak().stream()
        .filter(name -> !aliases.contains(name) && !entity.names().containsValue(name))
        .forEach(aliases::add);
    Coordinates where = entity.coordinates();
    return EntityCorrection.newBuilder()
        .setId(entity.id())
        .setType(entity.type().name())
        .setCountry(entity.country())
        .setLatitude(where == null ? null : where.latitude())
        .setLongitude(where == null ? null : where.longitude())
        .setPopulation(entity.population())
        .setProminence(entity.prominence())
        .setNames(entity.names())
        .setAliases(aliases)
        .setStatedAt(now)
        .build();
  }

  static EntityCorrection removal(String id, Instant now) {
    return EntityCorrection.newBuilder().setId(id).setRemoved(true).setStatedAt(now).build();
  }

  /**
   * The entity of a record that removes none.
   *
   * @throws IllegalArgumentException where the record does not describe one
   */
  static EntityDraft entity(EntityCorrection correction) {
    Double latitude = correction.getLatitude();
    Double longitude = correction.getLongitude();
    return EntityDraft.screened(
            correction.getId(),
            EntityType.valueOf(correction.getType()),
            correction.getCountry(),
            latitude == null || longitude == null ? null : new Coordinates(latitude, longitude),
            correction.getPopulation(),
            correction.getProminence(),
            new TreeMap<>(correction.getNames()),
            correction.getAliases())
        .orElseThrow(() -> new IllegalArgumentException("no name that can be looked for"));
  }
}
