package dev.dateline.app.command;

import dev.dateline.ingest.fetch.FetchRequest;
import dev.dateline.ingest.fetch.FetchResult;
import dev.dateline.ingest.fetch.FetchResult.Failed;
import dev.dateline.ingest.fetch.FetchResult.Fetched;
import dev.dateline.ingest.fetch.FetchSettings;
import dev.dateline.ingest.fetch.Fetcher;
import dev.dateline.runtime.UserException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inputs that are addresses and are fetched, safely and politely, as {@code fetch.*} says. */
final class WebInput implements AutoCloseable {

  private final CommonOptions common;
  private @Nullable Fetcher fetcher;

  WebInput(CommonOptions common) {
    this.common = common;
  }

  /** Whether an input is an address rather than a file. */
  static boolean isAddress(String input) {
    String start = input.toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("https://");
  }

  /** What a line of output calls an input. */
  static String field(String input) {
    return isAddress(input) ? "url" : "path";
  }

  /**
   * Fetches an address.
   *
   * @throws UnfetchedException where nothing usable came
   * @throws UserException where a setting is wrong
   */
  Fetched fetch(String address) throws UnfetchedException, InterruptedException {
    if (fetcher == null) {
      FetchSettings settings = FetchSettings.from(ProcessSettings.load(common, Map.of()));
      fetcher = new Fetcher(settings, Clock.systemUTC());
    }
    FetchResult result = fetcher.fetch(FetchRequest.of(address));
    if (result instanceof Fetched fetched) {
      return fetched;
    }
    String why = result instanceof Failed failed ? failed.message() : "nothing was asked for";
    throw new UnfetchedException(why);
  }

  @Override
  public void close() {
    if (fetcher != null) {
      fetcher.close();
    }
  }
}
