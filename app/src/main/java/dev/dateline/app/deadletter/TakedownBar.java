package dev.dateline.app.deadletter;

import dev.dateline.ingest.extract.ArticleIds;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.takedown.TakenDown;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Topics;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Keeps what was taken down from being redriven: by the article's id, and by the address that it
 * shows, as ingest does.
 */
final class TakedownBar implements AutoCloseable {

  private final TakenDown takenDown;
  private final AvroSerde<Article> observations;
  private final AvroSerde<EnrichedArticle> revisions;

  TakedownBar(KafkaClients clients) {
    this.takenDown = new TakenDown(clients);
    this.observations = new AvroSerde<>(Article.class, clients.registry());
    this.revisions = new AvroSerde<>(EnrichedArticle.class, clients.registry());
    takenDown.start();
  }

  /**
   * Whether a letter is of an article that is taken down.
   *
   * @throws org.apache.kafka.common.KafkaException where the takedowns are not known
   */
  boolean bars(DeadLetter letter) {
    String id = letter.getArticleId();
    return id != null && takenDown.contains(id)
        || article(letter).filter(this::isTakenDown).isPresent();
  }

  private boolean isTakenDown(Article article) {
    return takenDown.contains(article.getId())
        || article.getUrl() != null && takenDown.contains(ArticleIds.ofUrl(article.getUrl()));
  }

  /** Empty where its bytes are none, which enrich or the sink will say again. */
  private Optional<Article> article(DeadLetter letter) {
    byte[] value = Bytes.of(letter.getPayload());
    try {
      return Optional.of(
          Topics.ENRICHED.name().equals(letter.getTopic())
              ? revisions.decode(value).getArticle()
              : observations.decode(value));
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    takenDown.close();
  }
}
