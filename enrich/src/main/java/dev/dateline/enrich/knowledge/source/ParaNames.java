package dev.dateline.enrich.knowledge.source;

import dev.dateline.enrich.stage.EntityType;
import java.util.List;

/**
 * ParaNames: names of Wikidata items in many languages, tab separated, with a header that names
 * {@code wikidata_id, eng, label, language, type}.
 *
 * @see <a href="https://github.com/bltlab/paranames">the resource</a>
 */
final class ParaNames implements Lines.Reader {

  private final EntityPool pool;
  private final KnownEntities known;
  private Columns columns = Columns.NONE;

  ParaNames(EntityPool pool, KnownEntities known) {
    this.pool = pool;
    this.known = known;
  }

  @Override
  public void read(String line) {
    List<String> fields = List.of(line.split("\t", -1));
    if (columns == Columns.NONE) {
      columns = Columns.of(fields, List.of("wikidata_id", "eng", "label", "language", "type"));
      return;
    }
    columns.check(fields);
    String item = columns.get(fields, "wikidata_id");
    if (!item.matches("Q[0-9]+")) {
      throw new IllegalArgumentException("'" + item + "' is no id of Wikidata");
    }
    EntityType type = type(columns.get(fields, "type"));
    String english = columns.get(fields, "eng");
    String own = "wikidata:" + item;
    String local = known.has(own) || english.isEmpty() ? null : known.localNamed(english, type);
    PooledEntity entity = pool.entity(local == null ? own : local, type);
    if (!english.isEmpty()) {
      entity.name("en", english);
    }
    entity.name(columns.get(fields, "language"), columns.get(fields, "label"));
    entity.prominence(60 + 25 * Math.log1p(entity.languages()));
  }

  /** Types of an item that has several are parted by hyphens; the first one counts. */
  private static EntityType type(String types) {
    return switch (types.split("-", 2)[0]) {
      case "PER" -> EntityType.PERSON;
      case "LOC" -> EntityType.PLACE;
      case "ORG" -> EntityType.ORGANIZATION;
      default -> throw new IllegalArgumentException("type '" + types + "' is not PER, LOC or ORG");
    };
  }
}
