package dev.dateline.ingest.websub;

import dev.dateline.ingest.fetch.FetchResult.Failed;
import dev.dateline.ingest.fetch.Fetcher;
import dev.dateline.schemas.SourceLease;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks hubs for subscriptions and for their end (WebSub, section 5.1). */
public final class HubClient {

  private final Fetcher fetcher;
  private final Duration lease;

  /**
   * @param fetcher checks the address: a feed must not make us post into the intranet
   */
  public HubClient(Fetcher fetcher, WebSubSettings settings) {
    this.fetcher = fetcher;
    this.lease = settings.lease();
  }

  /** Asks the hub to serve a lease; it confirms or denies that by a callback. */
  public Optional<Failed> subscribe(SourceLease asked) throws InterruptedException {
    Map<String, String> form = form("subscribe", asked);
    form.put("hub.secret", asked.getSecret());
    form.put("hub.lease_seconds", Long.toString(lease.toSeconds()));
    return fetcher.post(asked.getHub(), form);
  }

  /** Asks the hub to end a lease; it confirms that by a callback. */
  public Optional<Failed> unsubscribe(SourceLease ending) throws InterruptedException {
    return fetcher.post(ending.getHub(), form("unsubscribe", ending));
  }

  private static Map<String, String> form(String mode, SourceLease lease) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", mode);
    form.put("hub.topic", lease.getTopic());
    form.put("hub.callback", lease.getCallback());
    return form;
  }
}
