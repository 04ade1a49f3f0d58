package dev.dateline.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.embedded.Parent;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.TopicCreator;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicCreatorIT {

  private static final KafkaTopic TOPIC = Topics.ENRICHED;
  private static final String CLOCKS = "message.timestamp.after.max.ms";

  @TempDir private Path folder;

  @Test
  void aTopicOfAnEarlierVersionGetsTheSettingsThatItLacksAndKeepsItsOwn() throws Exception {
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder, Parent.CACHE)) {
      kafka.start();
      KafkaClients clients = Records.clients(kafka.bootstrap());
      try (Admin admin = clients.admin()) {
        NewTopic earlier =
            new NewTopic(TOPIC.name(), 3, (short) 1).configs(Map.of("retention.ms", "12345678"));
        admin.createTopics(List.of(earlier)).all().get();

        new TopicCreator(clients.settings()).create(admin, List.of(TOPIC));

        Config config = config(admin);
        assertThat(config.get(CLOCKS).value()).isEqualTo(TOPIC.configuration().get(CLOCKS));
        assertThat(config.get("retention.ms").value()).isEqualTo("12345678");
      }
    }
  }

  private static Config config(Admin admin) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC.name());
    return admin.describeConfigs(List.of(topic)).all().get().get(topic);
  }
}
