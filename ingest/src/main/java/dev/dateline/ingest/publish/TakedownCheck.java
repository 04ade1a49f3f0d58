package dev.dateline.ingest.publish;

import dev.dateline.ingest.extract.ArticleIds;
import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.runtime.takedown.TakenDown;

/** Keeps out what was taken down: by the article's id, and by the address that it shows. */
public record TakedownCheck(TakenDown takenDown) {

  /**
   * Whether an article must not be taken in.
   *
   * @throws org.apache.kafka.common.KafkaException where the takedowns are not known yet
   */
  public boolean bars(String articleId, Extracted item) {
    String url = item.article().url();
    return takenDown.contains(articleId)
        || url != null && takenDown.contains(ArticleIds.ofUrl(url));
  }
}
