package dev.dateline.runtime;

/**
 * A part of Dateline that runs until it is closed. The same services run inside one JVM ({@code
 * dateline run}) and one per process ({@code dateline ingest}, ...).
 */
public interface Service extends AutoCloseable {

  /** Short name for logs, metrics and health: {@code ingest}, {@code enrich}, ... */
  String name();

  /** Starts working in threads of its own and returns; needs no network to return. */
  void start();

  /** The state now. Never blocks, never throws. */
  Health check();

  /** Stops, waiting a bounded time for work in hand. Idempotent. */
  @Override
  void close();
}
