package dev.dateline.ingest.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.ingest.fetch.Domains;
import org.apache.kafka.common.utils.Utils;

/** Where a source lies: with all others of its registrable domain. */
final class SourcePartition {

  private SourcePartition() {}

  static int of(String url, int partitions) {
    byte[] domain = Domains.registrable(url).getBytes(UTF_8);
    return Utils.toPositive(Utils.murmur2(domain)) % partitions;
  }
}
