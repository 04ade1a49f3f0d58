package dev.dateline.ingest.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host up once a connection and hands on exactly the addresses that were checked, so that a
 * second answer of the name server (rebinding) is never asked for. Literals come this way as well.
 */
final class CheckedResolver implements DnsResolver, AutoCloseable {

  /** Of the addresses of a host, so many are tried. */
  private static final int MOST_ADDRESSES = 4;

  private final AddressGuard guard;
  private final HostLookup lookup;
  private final Duration patience;
  private final ExecutorService threads;

  /**
   * @param patience how long a name server may take; the system's own limits are far longer and
   *     cannot be interrupted, so that a lookup has a thread of its own
   */
  CheckedResolver(AddressGuard guard, HostLookup lookup, Duration patience) {
    this.guard = guard;
    this.lookup = lookup;
    this.patience = patience;
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "dateline-fetch-lookup");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    List<InetSocketAddress> permitted =
        Stream.of(lookUp(host))
            .filter(address -> guard.permits(host, address, port))
            .limit(MOST_ADDRESSES)
            .map(address -> new InetSocketAddress(address, port))
            .toList();
    if (permitted.isEmpty()) {
      throw new RefusedAddressException(host);
    }
    return permitted;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return resolve(host, 0).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    Future<InetAddress[]> answer = threads.submit(() -> lookup.addresses(host));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new UnknownHostException("the name server does not answer");
    } catch (ExecutionException e) {
      throw new UnknownHostException("the name is not known");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("the lookup was interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
