package dev.dateline.enrich.knowledge.source;

import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.knowledge.Knowledge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What an import has read.
 *
 * @param entities the most prominent ones that have a usable name
 * @param leftOut how many gave way to more prominent ones
 */
public record KnowledgeImport(List<EntityDraft> entities, long leftOut, ImportReport report) {

  public KnowledgeImport {
    entities = List.copyOf(entities);
  }

  /**
   * Reads files, one line at a time.
   *
   * @param files in this order; of GeoNames the alternate names come last
   * @param knowledge whose entities keep their ids where a source has others for them
   * @param most how many entities may be kept; some 5 KB of memory each
   * @throws IOException where a file cannot be opened; lines that cannot be read are reported
   */
  public static KnowledgeImport read(
      SourceFormat format, List<Path> files, Knowledge knowledge, int most) throws IOException {
    ImportReport report = new ImportReport();
    EntityPool pool = new EntityPool(most);
    for (Path file : files) {
      Lines.read(file, report, format.reader(pool, knowledge, report));
    }
    return new KnowledgeImport(pool.drafts(), pool.leftOut(), report);
  }
}
