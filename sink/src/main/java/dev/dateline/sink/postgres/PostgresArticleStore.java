package dev.dateline.sink.postgres;

import dev.dateline.runtime.FaultPoint;
import dev.dateline.runtime.ledger.Counts;
import dev.dateline.schemas.json.ArticleFilter;
import dev.dateline.sink.ArticleStore;
import dev.dateline.sink.Claim;
import dev.dateline.sink.DeadLetterOutbox;
import dev.dateline.sink.Row;
import dev.dateline.sink.SearchHit;
import dev.dateline.sink.SearchIndex;
import dev.dateline.sink.SinkPartition;
import dev.dateline.sink.Slice;
import dev.dateline.sink.StoredArticle;
import dev.dateline.sink.StoredRevision;
import dev.dateline.sink.WriteResult;
import dev.dateline.sink.text.SearchQuery;
import dev.dateline.sink.text.Snippet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link ArticleStore} in PostgreSQL 14 or newer. */
final class PostgresArticleStore implements ArticleStore {

  private static final Comparator<Slice> LOCK_ORDER =
      Comparator.comparingInt(slice -> slice.claim().partition().number());

  private static final int INDEX_STEP = 100;

  /** What a search indexes before it looks; more is left to the indexer. */
  private static final int INDEX_STEPS_BEFORE_SEARCH = 5;

  private final Transactions transactions;
  private final Clock clock;
  private final OutboxTable outbox;
  private final SearchTable index;

  PostgresArticleStore(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
    this.outbox = new OutboxTable(transactions);
    this.index = new SearchTable(transactions);
  }

  @Override
  public Claim claim(SinkPartition partition) {
    return transactions.run(handle -> OffsetTable.claim(handle, partition));
  }

  @Override
  public WriteResult write(List<Slice> slices) {
    List<Slice> ordered = slices.stream().sorted(LOCK_ORDER).toList();
    return transactions.run(
        handle -> {
          for (Slice slice : ordered) {
            // First of all: from here on a successor waits until this transaction has ended.
            if (!OffsetTable.advance(handle, slice)) {
              handle.rollback();
              return new WriteResult.Fenced(slice.claim().partition());
            }
          }
          FaultPoint.SINK_OFFSETS_MOVED.pass();
          WriteResult written = new BatchWriter(handle, clock).write(ordered);
          FaultPoint.SINK_ROWS_WRITTEN.pass();
          return written;
        });
  }

  @Override
  public List<Optional<String>> redrive(List<Row> rows) {
    return transactions.run(handle -> new RowRedriver(handle).run(rows));
  }

  @Override
  public Optional<StoredArticle> get(String id) {
    return transactions.run(
        handle ->
            ArticleQueries.shown(handle, id)
                .map(
                    shown -> {
                      List<StoredRevision> revisions =
                          RevisionQuery.read(handle, ArticleQueries.history(handle, id));
                      StoredRevision latest =
                          revisions.stream()
                              .filter(r -> RevisionKey.of(r.article()).equals(shown.key()))
                              .findFirst()
                              .orElseThrow();
                      return new StoredArticle(latest, shown.deleted(), revisions);
                    }));
  }

  @Override
  public Map<String, Counts> ledger() {
    return transactions.run(LedgerTable::read);
  }

  @Override
  public Map<Integer, Long> offsets(String topicId) {
    return transactions.run(handle -> OffsetTable.read(handle, topicId));
  }

  @Override
  public Map<String, Long> rows(String id) {
    return transactions.run(handle -> ArticleQueries.rows(handle, id));
  }

  @Override
  public List<StoredRevision> latest(int limit) {
    return search("", ArticleFilter.ALL, limit).stream().map(SearchHit::revision).toList();
  }

  @Override
  public List<SearchHit> search(String query, ArticleFilter filter, int limit) {
    SearchQuery words = SearchQuery.parse(query);
    if (words.isEmpty() && !query.isBlank()) {
      return List.of();
    }
    if (!words.isEmpty()) {
      indexWhatIsNew();
    }
    return transactions.run(
        handle -> {
          List<ArticleQueries.Ranked> found = ArticleQueries.find(handle, words, filter, limit);
          List<StoredRevision> revisions =
              RevisionQuery.read(handle, found.stream().map(ArticleQueries.Ranked::key).toList());
          List<SearchHit> hits = new ArrayList<>();
          for (int i = 0; i < revisions.size(); i++) {
            StoredRevision revision = revisions.get(i);
            String text = revision.article().getArticle().getText();
            hits.add(new SearchHit(revision, found.get(i).rank(), Snippet.of(text, words)));
          }
          return hits;
        });
  }

  private void indexWhatIsNew() {
    for (int step = 0; step < INDEX_STEPS_BEFORE_SEARCH; step++) {
      if (index.catchUp(INDEX_STEP) < INDEX_STEP) {
        return;
      }
    }
  }

  @Override
  public DeadLetterOutbox outbox() {
    return outbox;
  }

  @Override
  public SearchIndex index() {
    return index;
  }
}
