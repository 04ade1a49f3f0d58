package dev.dateline.sink;

import java.util.List;
import java.util.Optional;

/**
 * Keeps revisions, the offsets up to which they are stored, and dead letters, in one transaction.
 *
 * <p>A partition is stored by who claimed it last: {@link #claim} raises an epoch that every {@link
 * #write} tests. Every method throws {@link StoreUnavailableException} where the store cannot
 * answer; then nothing is known of a write, and a repetition either stores it or is fenced.
 */
public interface ArticleStore extends ArticleReader {

  /** Takes a partition over, voiding all claims before. Waits for a write under way, bounded. */
  Claim claim(SinkPartition partition);

  /**
   * Stores slices of different partitions, or nothing of them. A row that the store refuses for its
   * content becomes a dead letter; the others are stored.
   */
  WriteResult write(List<Slice> slices);

  /**
   * Stores rows whose records were passed and became dead letters: what is there already, or was
   * removed by a tombstone since, is done. Their letters leave the outbox; those of rows that are
   * still refused stay.
   *
   * @param rows revisions and removals
   * @return of each row, in order, why it is refused; empty where it is done
   */
  List<Optional<String>> redrive(List<Row> rows);

  /** The dead letters that wait for their relay. */
  DeadLetterOutbox outbox();

  /** The index behind {@link #search}. */
  SearchIndex index();
}
