package dev.dateline.ingest.source;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes up when something changes in watched folders. It is a help only: what it misses (network
 * file systems, full limits of the kernel) is found by the next regular look.
 */
final class FolderWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final WatchService service;
  private final Set<Path> watched = new HashSet<>();

  private FolderWatch(WatchService service) {
    this.service = service;
  }

  /** A watch over nothing yet; null where the system has no more to give. */
  static @Nullable FolderWatch open() {
    try {
      return new FolderWatch(FileSystems.getDefault().newWatchService());
    } catch (IOException e) {
      LOG.warn("folders are looked at, not watched reason={}", e.toString());
      return null;
    }
  }

  /** Watches these folders from now on; those that are watched already stay. */
  void add(List<Path> folders) {
    for (Path folder : folders) {
      if (watched.contains(folder)) {
        continue;
      }
      try {
        folder.register(service, KINDS);
        watched.add(folder);
      } catch (IOException e) {
        LOG.debug("folder is looked at, not watched path={} reason={}", folder, e.toString());
      }
    }
  }

  /** Waits for a change, at most so long. */
  void await(Duration most) throws InterruptedException {
    try {
      WatchKey key = service.poll(most.toMillis(), TimeUnit.MILLISECONDS);
      while (key != null) {
        key.pollEvents();
        if (!key.reset()) {
          watched.remove((Path) key.watchable());
        }
        key = service.poll();
      }
    } catch (ClosedWatchServiceException e) {
      LOG.debug("watch is closed");
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      LOG.debug("watch did not close reason={}", e.toString());
    }
  }
}
