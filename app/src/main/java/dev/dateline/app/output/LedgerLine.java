package dev.dateline.app.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.app.ledger.Entry;
import dev.dateline.runtime.ledger.Counts;
import java.util.Locale;

/** The ledger as lines of a table, and as JSON. */
public final class LedgerLine {

  private static final String HEAD = "%-40s %-6s %10s %10s %10s %8s %8s %10s %10s";
  private static final String LINE = "%-40s %-6s %10d %10d %10d %8d %8d %10d %10d";

  private LedgerLine() {}

  /** The columns of {@link #of}. */
  public static String head() {
    return HEAD.formatted(
        "SOURCE", "STAGE", "IN", "OUT", "DUPLICATE", "DEAD", "DELETED", "IN FLIGHT", "DIFFERENCE");
  }

  /** One source in one stage. */
  public static String of(Entry entry) {
    Counts counts = entry.counts();
    String source = entry.source().isEmpty() ? "(none)" : ArticleLine.printable(entry.source());
    return String.format(
        Locale.ROOT,
        LINE,
        source,
        entry.stage().label(),
        counts.in(),
        counts.out(),
        counts.duplicate(),
        counts.dead(),
        counts.deleted(),
        entry.inFlight(),
        entry.difference());
  }

  /** {@code source, stage, in, out, duplicate, dead, deleted, inFlight, difference}. */
  public static ObjectNode json(Entry entry) {
    Counts counts = entry.counts();
    return JsonNodeFactory.instance
        .objectNode()
        .put("source", entry.source())
        .put("stage", entry.stage().label())
        .put("in", counts.in())
        .put("out", counts.out())
        .put("duplicate", counts.duplicate())
        .put("dead", counts.dead())
        .put("deleted", counts.deleted())
        .put("inFlight", entry.inFlight())
        .put("difference", entry.difference());
  }
}
