package dev.dateline.sink;

/** The full-text index, which follows the store. */
public interface SearchIndex {

  /**
   * Indexes articles that changed since they were indexed, oldest first.
   *
   * @param limit the most that are indexed
   * @return how many were; less than the limit where nothing is left
   */
  int catchUp(int limit);
}
