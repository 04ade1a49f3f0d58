package dev.dateline.app.replay;

import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.topology.TagMapping;
import dev.dateline.runtime.kafka.Answers;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.runtime.kafka.TopicCreator;
import dev.dateline.runtime.takedown.TakenDown;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Versions of tags beside the live ones, each in a topic of its own. Kafka's exceptions come
 * through.
 */
public final class Replays {

  private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

  private final KafkaClients clients;
  private final Clock clock;

  public Replays(KafkaClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /** Whether there is such a version. */
  public boolean exists(String version) {
    try (Admin admin = clients.admin()) {
      return Answers.topic(admin, Topics.replay(version).name()).isPresent();
    }
  }

  /** Whether a version was made to its end, and not left by a replay that was killed. */
  public boolean isWhole(String version) {
    boolean[] whole = new boolean[1];
    Replay.of(
        clients,
        List.of(new TopicPartition(Topics.replay(version).name(), 0)),
        record -> whole[0] |= Topics.REPLAY_END.equals(record.key()));
    return whole[0];
  }

  /**
   * Tags the latest revisions that were observed in a time, and keeps them as a new version.
   *
   * @param from the first moment
   * @param to the first moment after it
   * @param each hears how each article differs, also where it does not
   */
  public ReplaySummary run(
      Tagger tagger, Instant from, Instant to, String version, Consumer<TagDifference> each) {
    KafkaTopic topic = Topics.replay(version);
    create(topic);
    Progress progress = new Progress(each);
    try (TakenDown takenDown = following();
        ReplaySender sender = new ReplaySender(clients, topic.name())) {
      new LatestRevisions(clients)
          .read(
              Topics.LATEST.name(),
              live -> {
                Instant observed = live.getArticle().getObservedAt();
                boolean asked = !observed.isBefore(from) && observed.isBefore(to);
                if (asked && !takenDown.contains(live.getId())) {
                  tag(tagger, live, sender, progress);
                }
              });
      sender.finish();
    }
    return progress.summary;
  }

  /** As large, and as safe, as the topic of what is live. */
  private void create(KafkaTopic topic) {
    try (Admin admin = clients.admin()) {
      List<TopicPartitionInfo> like =
          Answers.topic(admin, Topics.LATEST.name())
              .orElseThrow(() -> new KafkaException("there is no topic " + Topics.LATEST.name()))
              .partitions();
      new TopicCreator(clients.settings().sized(like.size(), like.get(0).replicas().size()))
          .create(admin, List.of(topic));
    } catch (IllegalStateException e) {
      throw new KafkaException(e.getMessage(), e);
    }
  }

  private void tag(Tagger tagger, EnrichedArticle live, ReplaySender sender, Progress progress) {
    EnrichedArticle.Builder builder =
        EnrichedArticle.newBuilder(live).setEnrichedAt(clock.instant());
    try {
      TagMapping.write(tagger.tag(TagMapping.document(live.getArticle())), builder);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("article cannot be tagged id={} reason={}", live.getId(), e.toString());
      progress.failed();
      return;
    }
    EnrichedArticle tagged = builder.build();
    if (!sender.add(tagged)) {
      LOG.warn("article is too large with its new tags id={}", live.getId());
      progress.failed();
      return;
    }
    progress.tagged(TagDifference.between(live, TagNames.of(tagged)));
  }

  /** Compares a version with what is live now. */
  public ReplaySummary compare(String version, Consumer<TagDifference> each) {
    Map<String, TagNames> tagged = new HashMap<>();
    LatestRevisions revisions = new LatestRevisions(clients);
    revisions.read(
        Topics.replay(version).name(),
        article -> tagged.put(article.getId(), TagNames.of(article)));
    Progress progress = new Progress(each);
    revisions.read(
        Topics.LATEST.name(),
        live -> {
          TagNames other = tagged.get(live.getId());
          if (other != null && other.revision() == live.getRevision()) {
            progress.tagged(TagDifference.between(live, other));
          }
        });
    return progress.summary;
  }

  /**
   * Hands a version to enrich, which makes revisions of those articles whose latest revision is
   * still the one that was tagged; the same again makes none.
   *
   * @return how many articles were handed over
   */
  public int promote(String version) {
    int[] count = new int[1];
    try (TakenDown takenDown = following();
        ReplaySender sender = new ReplaySender(clients, Topics.PROMOTION.name())) {
      new LatestRevisions(clients)
          .read(
              Topics.replay(version).name(),
              article -> {
                if (!takenDown.contains(article.getId())) {
                  sender.add(article);
                  count[0]++;
                }
              });
      sender.flush();
    }
    return count[0];
  }

  /** Tagging takes hours, in which an article may be taken down that was read before. */
  private TakenDown following() {
    TakenDown takenDown = new TakenDown(clients);
    takenDown.start();
    return takenDown;
  }

  /** Forgets a version. */
  public void drop(String version) {
    try (Admin admin = clients.admin()) {
      Answers.of(admin.deleteTopics(List.of(Topics.replay(version).name())).all());
    }
  }

  private static final class Progress {

    private final Consumer<TagDifference> each;
    private ReplaySummary summary = ReplaySummary.NONE;

    Progress(Consumer<TagDifference> each) {
      this.each = each;
    }

    void tagged(TagDifference difference) {
      summary = summary.plus(difference);
      each.accept(difference);
    }

    void failed() {
      summary = summary.plusFailed();
    }
  }
}
