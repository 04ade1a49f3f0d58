package dev.dateline.ingest.poll;

import dev.dateline.ingest.extract.ArticleIds;
import dev.dateline.ingest.extract.ExtractedArticle;
import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.FeedArticle;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.ingest.fetch.Domains;
import dev.dateline.ingest.fetch.FetchFailure;
import dev.dateline.ingest.fetch.FetchResult.Failed;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.schemas.PagePolicy;
import dev.dateline.schemas.SourceItem;
import dev.dateline.schemas.SourceKind;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.WatchedSource;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what a document shows with what is remembered of its source. */
final class ItemChanges {

  /** So many changes are committed at once: pages behind them may take a while. */
  private static final int CHUNK = 100;

  private static final int PAGES = 10;

  private final PageReader pages;
  private final boolean honouring;
  private final Vanished vanished;
  private final Clock clock;

  /**
   * @param honouring whether what its publisher reserves is not published
   */
  ItemChanges(PageReader pages, boolean honouring, Clock clock) {
    this.pages = pages;
    this.honouring = honouring;
    this.vanished = new Vanished(pages, clock);
    this.clock = clock;
  }

  /**
   * What came of a comparison.
   *
   * @param known entries of the document that were known already, changed or not
   * @param published observations that were handed on
   * @param fresh when the entries that were not known were published, as far as they say
   * @param pending pages that could not be fetched now and may be later
   */
  record Outcome(int known, int published, List<Optional<Instant>> fresh, int pending) {}

  /** What of a source a document shows. */
  enum View {
    /** Its newest items: what was among them before and is not now may be gone. */
    WHOLE,
    /** The same, after items came by another way: that there are fewer of them says nothing. */
    MOVED,
    /** Some items: it says nothing of others. */
    PART,
    /**
     * The same, as they were before what is remembered: it says nothing of items that are known.
     */
    FORMER;

    boolean isPart() {
      return this == PART || this == FORMER;
    }
  }

  /**
   * Hands on what is new, changed or gone, the oldest first.
   *
   * @param everything whether what is known is read again as well
   */
  Outcome of(
      WatchedSource source,
      Document document,
      View view,
      ItemMemory memory,
      boolean everything,
      PollSink sink)
      throws InterruptedException, FencedException {
    Comparison comparison = new Comparison(source, view, memory, everything, sink);
    List<Document.Entry> entries = new ArrayList<>(document.entries());
    Collections.reverse(entries);
    for (Document.Entry entry : entries) {
      comparison.add(entry);
    }
    if (!view.isPart()) {
      comparison.addAll(vanished.of(document, comparison.shown, memory, view == View.WHOLE));
    }
    comparison.commit();
    return new Outcome(
        comparison.known,
        comparison.published,
        List.copyOf(comparison.fresh),
        comparison.unfetched);
  }

  /** A page that is watched by itself and is gone when it is looked for again is a deletion. */
  void ofLostPage(
      WatchedSource source, Failed failed, SourceState state, ItemMemory memory, PollSink sink)
      throws InterruptedException, FencedException {
    boolean gone =
        failed.reason() == FetchFailure.NOT_FOUND || failed.reason() == FetchFailure.GONE;
    if (source.getKind() == SourceKind.PAGE && gone && state.getFailures() > 0) {
      List<Change> deletions =
          memory.items().stream()
              .filter(item -> !item.getDeleted())
              .map(Vanished::deletion)
              .toList();
      sink.commit(deletions);
    }
  }

  /** One comparison on its way. */
  private final class Comparison {

    private final WatchedSource source;
    private final View view;
    private final ItemMemory memory;
    private final boolean everything;
    private final PollSink sink;
    private final ItemMemory shown = new ItemMemory();
    private final List<Change> pending = new ArrayList<>();
    private final List<Optional<Instant>> fresh = new ArrayList<>();
    private int pagesPending;
    private int unfetched;
    private int known;
    private int published;

    Comparison(
        WatchedSource source, View view, ItemMemory memory, boolean everything, PollSink sink) {
      this.source = source;
      this.view = view;
      this.memory = memory;
      this.everything = everything;
      this.sink = sink;
    }

    void add(Document.Entry entry) throws InterruptedException, FencedException {
      Sighting sighting = entry.sighting();
      if (shown.find(sighting).isPresent()) {
        known++; // the document repeats itself
        return;
      }
      SourceItem before = memory.find(sighting).orElse(null);
      if (before == null) {
        fresh.add(Optional.ofNullable(sighting.publishedAt()));
      } else {
        known++;
        if (view == View.FORMER) {
          return;
        }
      }
      if (before != null && !everything && isAsBefore(before, sighting)) {
        remember(before, sighting);
        return;
      }
      addAll(List.of(change(entry, before)));
    }

    void addAll(List<Change> changes) throws InterruptedException, FencedException {
      for (Change change : changes) {
        pending.add(change);
        shown.put(change.item());
        published += change.news() == null ? 0 : 1;
        if (pending.size() >= CHUNK || pagesPending >= PAGES) {
          commit();
        }
      }
    }

    void commit() throws InterruptedException, FencedException {
      if (!pending.isEmpty()) {
        sink.commit(List.copyOf(pending));
        pending.clear();
        pagesPending = 0;
      }
    }

    /** The item says the same; what it is recognised by may have drifted. */
    private void remember(SourceItem before, Sighting sighting) {
      SourceItem now =
          SourceItem.newBuilder(before)
              .setGuid(sighting.guid() == null ? before.getGuid() : sighting.guid())
              .setUrl(sighting.url() == null ? before.getUrl() : sighting.address())
              .setMissed(0)
              .build();
      shown.put(now);
      if (!now.equals(before)) {
        pending.add(new Change(now, null));
      }
    }

    private Change change(Document.Entry entry, @Nullable SourceItem before)
        throws InterruptedException {
      Sighting sighting = entry.sighting();
      ExtractedArticle article = sighting.article();
      String content = sighting.content();
      Origin origin = sighting.item().origin();
      String url = sighting.url() == null ? null : article.url();
      if (wantsPage(entry)) {
        pagesPending++;
        PageReader.Page page = pages.read(Objects.requireNonNull(sighting.address()));
        Extracted read = page.article();
        if (read != null) {
          url = url == null ? null : canonical(url, read.article().url());
          article = FeedArticle.withPage(article, read.article(), url);
          origin = read.origin();
        } else if (page.isPending()) {
          content = "pending " + content; // so that the next poll asks for the page again
          unfetched++;
        }
      }
      String id = before != null ? before.getArticleId() : id(sighting, url);
      SourceItem item =
          SourceItem.newBuilder()
              .setArticleId(id)
              .setGuid(sighting.guid())
              .setUrl(sighting.url() == null ? null : sighting.address())
              .setContent(content)
              .setShape(sighting.shape())
              .setPublishedAt(sighting.publishedAt())
              .setSeenAt(clock.instant())
              .build();
      return honouring && article.rights().isReserved()
          ? new Change(item, null)
          : new Change(item, new Extracted(inSource(article), origin));
    }

    private boolean wantsPage(Document.Entry entry) {
      return entry.sighting().address() != null
          && source.getPages() != PagePolicy.NEVER
          && (source.getPages() == PagePolicy.ALWAYS && source.getKind() != SourceKind.PAGE
              || entry.isTeaser());
    }

    /** A new item may have taken over the identifier of another one: then its words name it. */
    private String id(Sighting sighting, @Nullable String url) {
      if (url != null) {
        return ArticleIds.ofUrl(url);
      }
      String guid = sighting.guid() == null ? null : sighting.article().guid();
      if (guid != null) {
        String id = ArticleIds.ofGuid(source.getId(), guid);
        return memory.knows(id) || shown.knows(id)
            ? ArticleIds.ofPlace(source.getId(), guid + "\n" + sighting.content())
            : id;
      }
      return ArticleIds.ofPlace(source.getId(), sighting.content());
    }

    /** What the source knows of all its articles. */
    private ExtractedArticle inSource(ExtractedArticle article) {
      return article.inSource(source.getLanguage(), source.getCategories());
    }
  }

  private static boolean isAsBefore(SourceItem before, Sighting sighting) {
    return before.getContent().equals(sighting.content()) && !before.getDeleted();
  }

  /** The address that a page calls its own, where it can be believed: some call all pages one. */
  private static String canonical(String linked, @Nullable String canonical) {
    if (canonical == null) {
      return linked;
    }
    String path = URI.create(canonical).getRawPath();
    boolean home = path == null || path.length() <= 1;
    return !home && Domains.registrable(linked).equals(Domains.registrable(canonical))
        ? canonical
        : linked;
  }
}
