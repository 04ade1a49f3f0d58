package dev.dateline.app.takedown;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.enrich.topology.EnrichService;
import dev.dateline.runtime.kafka.Answers;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Where something of an article may lie: the partition of its id, or all partitions. */
final class ArticleTopics {

  /** Topics that are partitioned by article id. */
  private static final List<String> BY_ARTICLE =
      Stream.concat(
              Stream.of(
                  Topics.ARTICLE.name(),
                  Topics.ENRICHED.name(),
                  Topics.LATEST.name(),
                  Topics.PROMOTION.name(),
                  EnrichService.REGISTER_TOPIC),
              Topics.SUBJECTS.stream().map(Topics::subject).map(KafkaTopic::name))
          .toList();

  /** Topics that are partitioned by something else. */
  private static final List<String> ANYWHERE =
      Stream.of(Topics.DEAD_LETTER, Topics.PERSON, Topics.SOURCE_STATE, Topics.SOURCE_NOTICE)
          .map(KafkaTopic::name)
          .toList();

  private ArticleTopics() {}

  /**
   * The partitions to look into.
   *
   * @throws org.apache.kafka.common.KafkaException where the brokers do not answer
   */
  static List<TopicPartition> partitions(KafkaClients clients, String articleId) {
    List<TopicPartition> all = new ArrayList<>();
    sizes(clients)
        .forEach(
            (topic, size) -> {
              if (ANYWHERE.contains(topic)) {
                for (int i = 0; i < size; i++) {
                  all.add(new TopicPartition(topic, i));
                }
              } else {
                all.add(new TopicPartition(topic, partition(articleId, size)));
              }
            });
    return all;
  }

  /** Partitions by topic; enrich makes the topic behind its register when it first runs. */
  private static Map<String, Integer> sizes(KafkaClients clients) {
    Map<String, Integer> sizes = new HashMap<>();
    try (Admin admin = clients.admin()) {
      Stream<String> replays =
          Answers.of(admin.listTopics().names()).stream()
              .filter(name -> name.startsWith(Topics.REPLAYS));
      Stream.of(BY_ARTICLE.stream(), ANYWHERE.stream(), replays)
          .flatMap(names -> names)
          .forEach(
              name ->
                  Answers.topic(admin, name)
                      .ifPresent(topic -> sizes.put(name, topic.partitions().size())));
    }
    return sizes;
  }

  /** Where Kafka's default partitioner puts an article id. */
  private static int partition(String articleId, int partitions) {
    return Utils.toPositive(Utils.murmur2(articleId.getBytes(UTF_8))) % partitions;
  }
}
