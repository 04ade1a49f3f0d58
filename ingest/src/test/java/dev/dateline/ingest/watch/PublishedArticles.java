package dev.dateline.ingest.watch;

import dev.dateline.runtime.kafka.Replay;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topics;
import dev.dateline.testkit.TestCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** What was committed to {@code news.article.v1}. */
final class PublishedArticles {

  private PublishedArticles() {}

  /** All observations, partition by partition. */
  static List<Article> in(TestCluster cluster, int partitions) {
    AvroSerde<Article> serde = new AvroSerde<>(Article.class, cluster.clients().registry());
    List<Article> all = new ArrayList<>();
    Replay.of(
        cluster.clients(),
        partitions(Topics.ARTICLE.name(), partitions),
        record -> all.add(serde.decode(record.value())));
    return all;
  }

  static List<TopicPartition> partitions(String topic, int partitions) {
    return IntStream.range(0, partitions).mapToObj(i -> new TopicPartition(topic, i)).toList();
  }
}
