package dev.dateline.ingest.watch;

import static dev.dateline.ingest.watch.ShardJournal.outgoing;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.ingest.poll.Change;
import dev.dateline.ingest.poll.ItemMemory;
import dev.dateline.ingest.poll.PollSink;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.ingest.publish.Outgoing;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.WatchedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends what one poll finds. The last changes go with the state of the source in one transaction;
 * of a long poll the earlier ones go ahead, together with what is remembered of them.
 */
final class PollCommit implements PollSink {

  private final WatchedSource source;
  private final Source from;
  private final ShardJournal journal;
  private final WatchTools tools;
  private List<Change> held = List.of();

  PollCommit(WatchedSource source, ShardJournal journal, WatchTools tools) {
    this.source = source;
    this.from =
        new Source(
            source.getId(), source.getKind().name().toLowerCase(Locale.ROOT), source.getName());
    this.journal = journal;
    this.tools = tools;
  }

  @Override
  public void commit(List<Change> changes) throws InterruptedException, FencedException {
    if (!held.isEmpty()) {
      send(List.of());
    }
    held = changes;
  }

  /**
   * Commits what is left of the poll together with the state of the source after it.
   *
   * @param type of the event that it was
   * @param more records that go with them
   */
  void finish(SourceState state, String type, List<Outgoing> more)
      throws InterruptedException, FencedException {
    List<Outgoing> last = new ArrayList<>(more);
    last.add(outgoing(tools.records().state(journal.partition(), source.getId(), state, type)));
    send(last);
    journal.memory().put(source.getId(), state);
  }

  private void send(List<Outgoing> last) throws InterruptedException, FencedException {
    List<Outgoing> records = new ArrayList<>();
    for (Change change : held) {
      Extracted news = change.news();
      if (news != null) {
        news(change.item().getArticleId(), news).ifPresent(records::add);
      }
      records.add(outgoing(tools.records().item(journal.partition(), source.getId(), change)));
    }
    records.addAll(last);
    journal.send(records);
    remember();
  }

  private void remember() {
    ItemMemory items = journal.memory().items(source.getId());
    for (Change change : held) {
      if (change.forgotten()) {
        items.remove(change.item().getArticleId());
      } else {
        items.put(change.item());
      }
    }
    held = List.of();
  }

  /** What is sent of an article: nothing where it was taken down, though the item is remembered. */
  private Optional<Outgoing> news(String articleId, Extracted news)
      throws InterruptedException, FencedException {
    tools.counts().in();
    if (journal.patiently(() -> tools.takedowns().bars(articleId, news))) {
      tools.counts().barred();
      journal.barred(source.getId());
      return Optional.empty();
    }
    ProducerRecord<String, byte[]> article =
        journal.patiently(() -> tools.writer().article(from, articleId, news)).orElse(null);
    return Optional.of(
        article == null
            ? deadLetter(articleId, tools.writer().tooLarge(news.origin()))
            : new Outgoing(
                article,
                article.value().length,
                at -> {
                  tools.counts().published();
                  String place = RecordKeys.origin(at.topic(), at.partition(), at.offset());
                  tools.listener().published(articleId, place, news.origin());
                }));
  }

  private Outgoing deadLetter(String articleId, Rejected rejected)
      throws InterruptedException, FencedException {
    ProducerRecord<String, byte[]> letter =
        journal.patiently(() -> tools.writer().deadLetter(from, rejected, articleId));
    return new Outgoing(
        letter,
        letter.value().length,
        at -> {
          tools.counts().rejected();
          tools.listener().rejected(rejected);
        });
  }
}
