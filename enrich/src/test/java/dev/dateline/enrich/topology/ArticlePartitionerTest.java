package dev.dateline.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticlePartitionerTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "3f2c9d", "статия", "with@at", ""})
  void putsRevisionsWhereTheProducerPutsTheArticle(String id) {
    int expected = BuiltInPartitioner.partitionForKey(id.getBytes(UTF_8), 12);

    for (int revision : new int[] {1, 2, 1_000_000}) {
      byte[] key = (id + "@" + revision).getBytes(UTF_8);
      assertThat(new ArticlePartitioner().partitions("t", key, new byte[0], 12))
          .contains(Set.of(expected));
    }
  }
}
