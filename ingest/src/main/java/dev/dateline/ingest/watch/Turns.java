package dev.dateline.ingest.watch;

/** Runs work on a source, one after another. */
interface Turns {

  /** After what was given of the domain of the source. */
  void atSource(String sourceId, GuardedWork.Work work);

  /** After what was given of another domain. */
  void at(String domain, String sourceId, GuardedWork.Work work);
}
