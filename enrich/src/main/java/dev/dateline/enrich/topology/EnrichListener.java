package dev.dateline.enrich.topology;

/** Hears what became of each observation. */
@FunctionalInterface
public interface EnrichListener {

  /** Hears nothing. */
  EnrichListener NONE = event -> {};

  /**
   * Called once for each observation, after the transaction that holds its outcome has been
   * committed. Runs on the thread that processes, so it must be quick and must not throw; several
   * threads may call it at once.
   */
  void committed(EnrichEvent event);
}
