package dev.dateline.sink;

import dev.dateline.runtime.ledger.Counts;
import dev.dateline.schemas.json.ArticleFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes everything on to a store; a test steps in between at a write. */
abstract class BetweenStore implements ArticleStore {

  private final ArticleStore store;

  BetweenStore(ArticleStore store) {
    this.store = store;
  }

  @Override
  public Claim claim(SinkPartition partition) {
    return store.claim(partition);
  }

  @Override
  public WriteResult write(List<Slice> slices) {
    return store.write(slices);
  }

  @Override
  public List<Optional<String>> redrive(List<Row> rows) {
    return store.redrive(rows);
  }

  @Override
  public DeadLetterOutbox outbox() {
    return store.outbox();
  }

  @Override
  public SearchIndex index() {
    return store.index();
  }

  @Override
  public Optional<StoredArticle> get(String id) {
    return store.get(id);
  }

  @Override
  public Map<String, Counts> ledger() {
    return store.ledger();
  }

  @Override
  public Map<Integer, Long> offsets(String topicId) {
    return store.offsets(topicId);
  }

  @Override
  public Map<String, Long> rows(String id) {
    return store.rows(id);
  }

  @Override
  public List<StoredRevision> latest(int limit) {
    return store.latest(limit);
  }

  @Override
  public List<SearchHit> search(String query, ArticleFilter filter, int limit) {
    return store.search(query, filter, limit);
  }
}
