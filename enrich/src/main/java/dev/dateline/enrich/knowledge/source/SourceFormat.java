package dev.dateline.enrich.knowledge.source;

import dev.dateline.enrich.knowledge.Knowledge;
import java.util.Locale;

/** The formats that knowledge can be imported from. */
public enum SourceFormat {
  WIKIDATA,
  JRC_NAMES,
  GEONAMES,
  PARANAMES,
  CSV;

  /** As it is written on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Lines.Reader reader(EntityPool pool, Knowledge knowledge, ImportReport report) {
    KnownEntities known = new KnownEntities(knowledge);
    return switch (this) {
      case WIKIDATA -> new WikidataDump(pool, known, report);
      case JRC_NAMES -> new JrcNames(pool, known);
      case GEONAMES -> new GeoNames(pool, report);
      case PARANAMES -> new ParaNames(pool, known);
      case CSV -> new CsvEntities(pool);
    };
  }
}
