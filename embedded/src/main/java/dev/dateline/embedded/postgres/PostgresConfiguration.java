package dev.dateline.embedded.postgres;

import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration of the server: loopback TCP only, durable, small. */
final class PostgresConfiguration {

  private PostgresConfiguration() {}

  static Map<String, String> of(int port) {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("listen_addresses", "127.0.0.1");
    configuration.put("port", Integer.toString(port));
    configuration.put("unix_socket_directories", "");
    configuration.put("max_connections", "50");

    configuration.put("fsync", "on");
    configuration.put("synchronous_commit", "on");
    configuration.put("full_page_writes", "on");

    configuration.put("shared_buffers", "64MB");
    configuration.put("huge_pages", "off");
    configuration.put("jit", "off");
    configuration.put("io_method", "sync");
    configuration.put("autovacuum_max_workers", "2");
    configuration.put("max_worker_processes", "4");

    // nobody replicates from here: less log, and no launcher process
    configuration.put("wal_level", "minimal");
    configuration.put("max_wal_senders", "0");
    configuration.put("max_logical_replication_workers", "0");

    configuration.put("timezone", "UTC");
    configuration.put("log_timezone", "UTC");
    configuration.put("log_checkpoints", "off");
    configuration.put("log_error_verbosity", "terse");
    configuration.put("log_min_error_statement", "panic");
    return configuration;
  }
}
