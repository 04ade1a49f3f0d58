package dev.dateline.runtime.ledger;

/**
 * Key of what one life of a producer of ingest published of one source, in {@code news.ledger.v1}.
 *
 * @param source id of the source
 * @param life unique to the life: a successor counts from zero under another one, so that nobody
 *     has to read what was counted before
 */
public record LedgerKey(String source, String life) {

  @Override
  public String toString() {
    return source + "/" + life;
  }

  /** Reads what {@link #toString} wrote. */
  public static LedgerKey parse(String key) {
    int slash = key.lastIndexOf('/');
    return new LedgerKey(key.substring(0, Math.max(0, slash)), key.substring(slash + 1));
  }
}
