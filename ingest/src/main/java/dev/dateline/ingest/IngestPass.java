package dev.dateline.ingest;

import dev.dateline.ingest.extract.ArticleIds;
import dev.dateline.ingest.extract.ArticleReader;
import dev.dateline.ingest.extract.ArticleStream;
import dev.dateline.ingest.extract.Extraction;
import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.ingest.extract.Extraction.Skipped;
import dev.dateline.ingest.extract.FileNames;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.ingest.publish.IngestReport;
import dev.dateline.ingest.publish.Publisher;
import dev.dateline.ingest.source.FolderSource;
import dev.dateline.ingest.source.FoundFile;
import dev.dateline.ingest.source.Unseen;
import dev.dateline.runtime.FaultPoint;
import dev.dateline.runtime.FileFault;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.KafkaTopic;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass over a folder: what is new and whole is read and published, file by file. */
final class IngestPass {

  private static final Logger LOG = LoggerFactory.getLogger(IngestPass.class);

  /** While a file is this young, that it cannot be read may mean that it is still being written. */
  private static final Duration YOUTH = Duration.ofSeconds(10);

  /** How long a single pass waits for files that are being written. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final FolderSource source;
  private final ArticleReader reader;
  private final Publisher publisher;
  private final boolean watching;
  private final Clock clock;
  private final AtomicInteger filesLeft = new AtomicInteger();
  private boolean retrying;

  IngestPass(
      FolderSource source,
      ArticleReader reader,
      Publisher publisher,
      boolean watching,
      Clock clock) {
    this.source = source;
    this.reader = reader;
    this.publisher = publisher;
    this.watching = watching;
    this.clock = clock;
  }

  /**
   * Reads all that is there, waiting a bounded time for files that are being written, and returns
   * when it is committed.
   */
  IngestReport run() throws InterruptedException, FencedException {
    long start = System.nanoTime();
    readNew();
    while (source.isWaiting() || retrying && !watching) {
      if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
        readAll(watching ? List.of() : source.takeWaiting());
        break;
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
      readNew();
    }
    return publisher.report();
  }

  /** Reads what is new and whole now, and returns when it is committed. */
  void readNew() throws InterruptedException, FencedException {
    List<FoundFile> files = look();
    for (Unseen failed : source.takeUnseen()) {
      publisher.reject(unreadable(failed.location(), "looked at", failed.reason()));
    }
    readAll(files);
  }

  /** Whether the last pass put files back that could not be read yet. */
  boolean isRetrying() {
    return retrying;
  }

  int filesLeft() {
    return filesLeft.get();
  }

  private List<FoundFile> look() {
    try {
      return source.take();
    } catch (IOException e) {
      LOG.warn("cannot look into folder path={} reason={}", source.root(), e.toString());
      return List.of();
    }
  }

  private void readAll(List<FoundFile> files) throws InterruptedException, FencedException {
    retrying = false;
    filesLeft.set(files.size());
    if (!files.isEmpty()) {
      publisher.found(files.size());
    }
    for (FoundFile file : files) {
      Optional<String> skip = FileNames.reasonToSkip(file.location());
      if (skip.isPresent()) {
        publisher.skip(new Skipped(skip.get(), Origin.named(file.location())));
      } else {
        read(file);
      }
      filesLeft.decrementAndGet();
    }
    publisher.flush();
  }

  private void read(FoundFile file) throws InterruptedException, FencedException {
    try (ArticleStream items = reader.open(file.path(), file.location())) {
      Extraction first = items.next();
      boolean single = !items.hasNext();
      if (Thread.interrupted()) {
        throw new InterruptedException(); // it also closes files that are being read
      }
      if (single && (isTooYoung(first, file) || !source.isUnchanged(file))) {
        retrying = true;
        source.putBack(file);
        return;
      }
      publish(first, file);
      while (items.hasNext()) {
        Extraction item = items.next();
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        publish(item, file);
      }
      FaultPoint.INGEST_FILE_READ.pass();
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException();
    } catch (NoSuchFileException e) {
      LOG.debug("file is gone before it was read location={}", file.location());
    } catch (IOException e) {
      publisher.reject(unreadable(file.location(), "opened", e));
    }
  }

  /** A file that was written a moment ago and cannot be read gets a second look. */
  private boolean isTooYoung(Extraction first, FoundFile file) {
    return watching
        && first instanceof Rejected rejected
        && rejected.code() != DeadLetterCode.TOO_LARGE
        && clock.instant().isBefore(file.modified().plus(YOUTH));
  }

  private void publish(Extraction item, FoundFile file)
      throws InterruptedException, FencedException {
    if (item instanceof Extracted extracted) {
      Instant observedAt = observedAt(file.modified(), clock.instant());
      publisher.publish(id(extracted, file), extracted, observedAt);
    } else if (item instanceof Rejected rejected) {
      publisher.reject(rejected);
    } else if (item instanceof Skipped skipped) {
      publisher.skip(skipped);
    }
  }

  /**
   * The same whenever the file is read again, after a restart say: otherwise what it said before
   * its last word, or before it was withdrawn, would count as news each time. A clock of this
   * process that is hours behind that of the files changes nothing; a file of another century does
   * not count as the last word until then.
   */
  static Instant observedAt(Instant modified, Instant now) {
    return modified.isBefore(now.plus(KafkaTopic.CLOCKS_APART)) ? modified : now;
  }

  /** An article without an identifier of its own has the id of the first file with its bytes. */
  private String id(Extracted item, FoundFile file) {
    String location = item.origin().location();
    if (!ArticleIds.isPortable(item.article())) {
      location = source.firstCopy(file) + location.substring(file.location().length());
    }
    return ArticleIds.of(source.id(), item.article(), location, item.origin().item());
  }

  /**
   * @param what what cannot be done with it
   */
  static Rejected unreadable(String location, String what, IOException e) {
    return new Rejected(
        DeadLetterCode.UNREADABLE,
        "It cannot be "
            + what
            + ": "
            + FileFault.reason(e)
            + ". Give this process the right to read it.",
        Origin.named(location));
  }
}
