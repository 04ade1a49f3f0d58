package dev.dateline.sink;

import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.RecordKeys;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a sink tells. */
final class Heard implements SinkListener {

  private final List<String> stored = new CopyOnWriteArrayList<>();
  private final List<DeadLetter> dead = new CopyOnWriteArrayList<>();

  @Override
  public void stored(EnrichedArticle article) {
    stored.add(RecordKeys.revision(article.getId(), article.getRevision()));
  }

  @Override
  public void dead(DeadLetter letter) {
    dead.add(letter);
  }

  List<String> stored() {
    return stored;
  }

  List<DeadLetter> dead() {
    return dead;
  }
}
