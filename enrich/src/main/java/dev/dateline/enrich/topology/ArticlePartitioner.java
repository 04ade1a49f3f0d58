package dev.dateline.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.schemas.RecordKeys;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Puts every revision of an article into the partition where Kafka's default partitioner puts the
 * article id, so that the revisions of one article keep their order and all article topics agree.
 */
final class ArticlePartitioner implements StreamPartitioner<byte[], byte[]> {

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, byte[] key, byte[] value, int numPartitions) {
    byte[] id = RecordKeys.articleId(new String(key, UTF_8)).getBytes(UTF_8);
    return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(id)) % numPartitions));
  }
}
