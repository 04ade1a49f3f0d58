package dev.dateline.training.name;

import dev.dateline.enrich.stage.EntityType;
import java.util.Optional;

/** Types by the letters that gold sets use. MISC, of the set of 2017, is products and events. */
final class TypeNames {

  private TypeNames() {}

  static Optional<EntityType> of(String name) {
    return switch (name) {
      case "PER" -> Optional.of(EntityType.PERSON);
      case "LOC" -> Optional.of(EntityType.PLACE);
      case "ORG" -> Optional.of(EntityType.ORGANIZATION);
      case "EVT" -> Optional.of(EntityType.EVENT);
      case "PRO", "MISC" -> Optional.of(EntityType.PRODUCT);
      case "CON" -> Optional.of(EntityType.CONCEPT);
      default -> Optional.empty();
    };
  }
}
