package dev.dateline.app.ledger;

import dev.dateline.runtime.ledger.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The counts of all stages, by source.
 *
 * @param sink empty where the table cannot be looked at
 * @param untaken records that enrich, and sink, have not taken yet, by source
 */
public record Ledger(
    Map<String, Counts> ingest,
    Map<String, Counts> enrich,
    Optional<Map<String, Counts>> sink,
    Map<Stage, Map<String, Long>> untaken) {

  /** The entries of each source, in the order of the stages. */
  public List<Entry> entries() {
    SortedSet<String> sources = new TreeSet<>(ingest.keySet());
    sources.addAll(enrich.keySet());
    sink.ifPresent(counts -> sources.addAll(counts.keySet()));
    List<Entry> entries = new ArrayList<>();
    for (String source : sources) {
      Counts published = of(ingest, source);
      Counts tagged = of(enrich, source);
      entries.add(entry(source, Stage.INGEST, published.in(), published));
      entries.add(entry(source, Stage.ENRICH, published.out(), tagged));
      sink.ifPresent(
          counts -> entries.add(entry(source, Stage.SINK, tagged.out(), of(counts, source))));
    }
    return entries;
  }

  /** What came from nobody of Dateline was handed on by nobody. */
  private Entry entry(String source, Stage stage, long offered, Counts counts) {
    long waiting = untaken.getOrDefault(stage, Map.of()).getOrDefault(source, 0L);
    long handed = source.isEmpty() ? counts.in() - twice(stage, counts) + waiting : offered;
    return new Entry(source, stage, handed, counts, waiting);
  }

  private static long twice(Stage stage, Counts counts) {
    return stage == Stage.SINK ? counts.duplicate() : 0;
  }

  private static Counts of(Map<String, Counts> counts, String source) {
    return counts.getOrDefault(source, Counts.NONE);
  }

  /** The sum over all sources of how far a stage is off. */
  public long difference(Stage stage) {
    return entries().stream()
        .filter(entry -> entry.stage() == stage)
        .mapToLong(entry -> Math.abs(entry.difference()))
        .sum();
  }
}
