package dev.dateline.app.instance;

import dev.dateline.ingest.watch.SourceCatalog;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schemas.WatchedSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Where operators look at the sources on the web and state them. */
public final class SourceDesk implements AutoCloseable {

  private final SourceCatalog catalog;

  private SourceDesk(SourceCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Of the brokers that the settings name, or else of the instance that runs in the data folder.
   *
   * @throws UserException where there are none, or they do not answer
   */
  public static SourceDesk open(Settings settings, Path data) {
    return new SourceDesk(
        Brokers.answered(
            () -> new SourceCatalog(Brokers.required(settings, data), Clock.systemUTC())));
  }

  /** All sources and how they do. */
  public List<SourceCatalog.Listed> list() {
    return Brokers.answered(catalog::list);
  }

  /**
   * One of them.
   *
   * @throws UserException where there is none
   */
  public SourceCatalog.Listed show(String id) {
    return list().stream()
        .filter(listed -> listed.source().getId().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  /** States sources, wholly as they are given. */
  public void put(Collection<WatchedSource> sources) {
    Brokers.answered(
        () -> {
          catalog.put(sources);
          return true;
        });
  }

  /**
   * Changes sources that are there: all of them, or none where one is missing.
   *
   * @throws UserException where one is missing
   */
  public void change(List<String> ids, UnaryOperator<WatchedSource> change) {
    List<WatchedSource> changed = new ArrayList<>();
    for (WatchedSource source : find(ids)) {
      changed.add(change.apply(source));
    }
    put(changed);
  }

  /**
   * Ends sources: all of them, or none where one is missing.
   *
   * @throws UserException where one is missing
   */
  public void remove(List<String> ids) {
    find(ids);
    ids.forEach(
        id ->
            Brokers.answered(
                () -> {
                  catalog.remove(id);
                  return true;
                }));
  }

  private List<WatchedSource> find(List<String> ids) {
    Function<String, WatchedSource> find = id -> catalog.find(id).orElseThrow(() -> unknown(id));
    return Brokers.answered(() -> ids.stream().map(find).toList());
  }

  private static UserException unknown(String id) {
    return new UserException(
        ExitCode.NOT_FOUND,
        "There is no source " + id + ". 'dateline source list' shows those that are watched.");
  }

  @Override
  public void close() {
    catalog.close();
  }
}
