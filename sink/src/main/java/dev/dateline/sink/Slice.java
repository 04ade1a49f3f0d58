package dev.dateline.sink;

import java.util.List;

/**
 * Consecutive records of one partition.
 *
 * @param claim the right to store them; its next offset is where the slice begins
 * @param nextOffset the first offset after the slice. It may lie past the last row: transaction
 *     markers take offsets too
 * @param rows the records, in their order; may be empty
 */
public record Slice(Claim claim, long nextOffset, List<Row> rows) {

  public Slice {
    rows = List.copyOf(rows);
  }
}
