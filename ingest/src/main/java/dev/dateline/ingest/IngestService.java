package dev.dateline.ingest;

import dev.dateline.ingest.extract.ArticleReader;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.ingest.publish.IngestCounts;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.ingest.publish.IngestReport;
import dev.dateline.ingest.publish.Publisher;
import dev.dateline.ingest.publish.RecordWriter;
import dev.dateline.ingest.publish.TakedownCheck;
import dev.dateline.ingest.publish.TransactionalSender;
import dev.dateline.ingest.source.FolderSource;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.takedown.TakenDown;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.registry.IncompatibleSchemaException;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the articles of a folder, and what cannot be read in it, to Kafka. */
public final class IngestService implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

  private final IngestSettings settings;
  private final FolderSource source;
  private final TransactionalSender sender;
  private final TakenDown takenDown;
  private final Publisher publisher;
  private final IngestPass pass;
  private final CompletableFuture<IngestReport> firstPass = new CompletableFuture<>();
  private final Thread thread = new Thread(this::run, "ingest");
  private volatile boolean closing;
  private volatile @Nullable Health end;

  /**
   * @param registry where the schemas are registered; {@link KafkaClients#registry()} gives one
   * @throws UserException with {@link ExitCode#INPUT} where there is nothing to read
   */
  public IngestService(
      KafkaClients clients,
      SchemaRegistry registry,
      IngestSettings settings,
      Metrics metrics,
      IngestListener listener) {
    Clock clock = Clock.systemUTC();
    this.settings = settings;
    this.source =
        new FolderSource(
            settings.path(),
            settings.watch(),
            settings.settle(),
            settings.limits().itemBytes(),
            clock);
    this.sender = new TransactionalSender(clients, "dateline-ingest-" + source.id(), metrics);
    this.takenDown = new TakenDown(clients);
    this.publisher =
        new Publisher(
            Source.newBuilder().setId(source.id()).setKind(FolderSource.KIND).build(),
            new RecordWriter(registry, clock),
            new TakedownCheck(takenDown),
            sender,
            new IngestCounts(metrics),
            listener,
            settings.watch());
    this.pass =
        new IngestPass(
            source, new ArticleReader(settings.limits()), publisher, settings.watch(), clock);
    metrics.lag("ingest", pass::filesLeft);
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public void start() {
    takenDown.start();
    thread.start();
  }

  /**
   * What the first pass over the source did; completes when all of it is committed. Fails with a
   * {@link UserException} where it cannot be ended.
   */
  public CompletableFuture<IngestReport> firstPass() {
    return firstPass.copy();
  }

  private void run() {
    try {
      IngestReport report = ingest();
      firstPass.complete(report);
    } catch (InterruptedException e) {
      end = Health.stopped();
    } catch (FencedException e) {
      fail(new UserException(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e));
    } catch (UserException e) {
      fail(e);
    } catch (IncompatibleSchemaException e) {
      fail(new UserException(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e));
    } catch (RuntimeException | Error e) {
      LOG.error("ingest failed", e);
      fail(
          new UserException(ExitCode.INTERNAL, "Ingest failed: " + e + ". Please report this.", e));
    } finally {
      firstPass.cancel(false);
    }
  }

  /** Returns after a single pass; else ends with an exception alone. */
  private IngestReport ingest() throws InterruptedException, FencedException {
    try (source;
        sender;
        takenDown) {
      IngestReport report = pass.run();
      if (settings.watch()) {
        firstPass.complete(report);
      }
      while (settings.watch() && !closing) {
        boolean soon = source.isWaiting() || pass.isRetrying();
        source.await(soon ? settings.settle() : settings.rescan());
        pass.readNew();
      }
      end = Health.up("all of " + source.root() + " is read");
      return report;
    }
  }

  private void fail(UserException fault) {
    if (closing) {
      end = Health.stopped();
      return;
    }
    LOG.error("ingest stops reason={}", fault.getMessage());
    end = Health.down(String.valueOf(fault.getMessage()));
    firstPass.completeExceptionally(fault);
  }

  @Override
  public Health check() {
    Health ended = end;
    if (closing || ended != null) {
      return closing ? Health.stopped() : ended;
    }
    String deaf = takenDown.trouble();
    return deaf == null ? publisher.check(source.root()) : Health.down(deaf);
  }

  @Override
  public void close() {
    closing = true;
    if (thread.getState() == Thread.State.NEW) {
      source.close();
      return;
    }
    sender.interrupt(thread);
    try {
      thread.join(CLOSE_PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
