package dev.dateline.enrich.knowledge.source;

import dev.dateline.enrich.stage.EntityType;
import java.util.Locale;

/**
 * JRC-Names: a name variant a line, {@code number TAB type TAB language TAB name}, spaces as plus
 * signs; the first variant of an entity is its main name. Language {@code u} says that the variant
 * belongs to none.
 *
 * @see <a href="https://data.jrc.ec.europa.eu/dataset/jrc-emm-jrc-names">the resource</a>
 */
final class JrcNames implements Lines.Reader {

  private static final int FIELDS = 4;

  /** What a name has that the news of several countries wrote often enough to be listed. */
  private static final int LISTED = 110;

  private final EntityPool pool;
  private final KnownEntities known;

  /** Variants of one entity follow each other. */
  private String number = "";

  private String id = "";

  JrcNames(EntityPool pool, KnownEntities known) {
    this.pool = pool;
    this.known = known;
  }

  @Override
  public void read(String line) {
    if (line.startsWith("#")) {
      return;
    }
    String[] field = line.split("\t", -1);
    if (field.length < FIELDS) {
      throw new IllegalArgumentException(field.length + " fields instead of " + FIELDS);
    }
    if (!field[0].matches("[0-9]+")) {
      throw new IllegalArgumentException("'" + field[0] + "' is no number");
    }
    EntityType type = type(field[1]);
    String name = field[3].replace('+', ' ').strip();
    if (!field[0].equals(number)) {
      number = field[0];
      String same = known.named(name, type);
      id = same == null ? "jrc-names:" + number : same;
    }
    PooledEntity entity = pool.entity(id, type);
    if (field[2].equals("u")) {
      entity.alias(name);
    } else {
      entity.name(field[2], name);
    }
    entity.prominence(LISTED + Math.min(40, entity.aliases()));
  }

  private static EntityType type(String code) {
    return switch (code.toUpperCase(Locale.ROOT)) {
      case "P" -> EntityType.PERSON;
      case "O" -> EntityType.ORGANIZATION;
      case "E" -> EntityType.EVENT;
      default -> throw new IllegalArgumentException("type '" + code + "' is not P, O or E");
    };
  }
}
