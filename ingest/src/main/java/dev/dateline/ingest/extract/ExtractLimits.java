package dev.dateline.ingest.extract;

/**
 * What is read at most.
 *
 * @param itemBytes bytes of one file, one line of JSON Lines, one entry of an archive
 * @param archiveEntries entries that are read of one archive
 * @param archiveBytes bytes that all entries of one archive may unpack to
 */
public record ExtractLimits(int itemBytes, int archiveEntries, long archiveBytes) {

  /** 10 MB an item, 100,000 entries and 1 GB an archive. */
  public static final ExtractLimits DEFAULT =
      new ExtractLimits(10_000_000, 100_000, 1_000_000_000L);

  public ExtractLimits {
    if (itemBytes < 1 || archiveEntries < 1 || archiveBytes < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** These limits with another one for items. */
  public ExtractLimits withItemBytes(int bytes) {
    return new ExtractLimits(bytes, archiveEntries, archiveBytes);
  }
}
