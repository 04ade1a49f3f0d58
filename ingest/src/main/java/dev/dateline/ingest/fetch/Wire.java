package dev.dateline.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.ConnectionShutdownException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, on a connection of its own to a checked address. Redirects, cookies,
 * credentials, proxies of the environment and retries are left off.
 */
final class Wire implements AutoCloseable {

  private static final int LONGEST_LINE = 16_384;
  private static final int MOST_HEADERS = 200;
  private static final int MOST_CONNECTIONS = 10_000;

  private final CheckedResolver resolver;
  private final Watchdog watchdog = new Watchdog();
  private final CloseableHttpClient client;
  private volatile boolean closed;

  Wire(FetchSettings settings, HostLookup lookup) {
    resolver =
        new CheckedResolver(new AddressGuard(settings.allow()), lookup, settings.connectTimeout());
    Timeout connectTimeout = Timeout.of(settings.connectTimeout());
    Timeout requestTimeout = Timeout.of(settings.requestTimeout());
    client =
        HttpClientBuilder.create()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(resolver)
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                            .http1Config(
                                Http1Config.custom()
                                    .setMaxLineLength(LONGEST_LINE)
                                    .setMaxHeaderCount(MOST_HEADERS)
                                    .build())
                            .charCodingConfig(
                                CharCodingConfig.custom().setCharset(ISO_8859_1).build())
                            .build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(connectTimeout)
                            .setSocketTimeout(requestTimeout)
                            .build())
                    .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connectTimeout).build())
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_CONNECTIONS)
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(requestTimeout)
                    .setContentCompressionEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .setConnectionReuseStrategy((request, response, context) -> false)
            .setUserAgent(settings.userAgent())
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableConnectionState()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .build();
  }

  /**
   * Asks for an address.
   *
   * @param headers to send besides those of every request
   * @param budget the time that is left; less afterwards
   * @throws FetchException where no whole answer came
   */
  Answer get(WebAddress address, Map<String, String> headers, Budget budget, BodyLimit limit)
      throws FetchException {
    HttpGet request = new HttpGet(address.uri());
    headers.forEach(request::setHeader);
    return send(address, request, budget, limit);
  }

  /**
   * Sends a form to an address. The body of the answer is left unread.
   *
   * @param budget the time that is left; less afterwards
   * @throws FetchException where no answer came
   */
  Answer post(WebAddress address, Map<String, String> form, Budget budget) throws FetchException {
    HttpPost request = new HttpPost(address.uri());
    List<NameValuePair> pairs = new ArrayList<>();
    form.forEach((name, value) -> pairs.add(new BasicNameValuePair(name, value)));
    request.setEntity(new UrlEncodedFormEntity(pairs, UTF_8));
    return send(address, request, budget, null);
  }

  private Answer send(
      WebAddress address, HttpUriRequestBase request, Budget budget, @Nullable BodyLimit limit)
      throws FetchException {
    request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
    request.setHeader(HttpHeaders.CONNECTION, "close");
    long start = System.nanoTime();
    try (var watch = watchdog.watch(budget.nanosLeft(), request::cancel)) {
      try {
        return exchange(address, request, limit);
      } catch (IOException
          | ProtocolException
          | ConnectionShutdownException
          | CancellationException e) {
        throw closed
            ? WireFailure.closed(address)
            : watch.hasCancelled() ? WireFailure.tooSlow(address) : WireFailure.of(address, e);
      }
    } finally {
      budget.spend(System.nanoTime() - start);
    }
  }

  private Answer exchange(WebAddress address, HttpUriRequestBase request, @Nullable BodyLimit limit)
      throws IOException, ProtocolException {
    HttpHost host = new HttpHost(address.uri().getScheme(), address.host(), address.port());
    ClassicHttpResponse response = client.executeOpen(host, request, null);
    try {
      return new Answer(response.getCode(), response, body(response, limit));
    } finally {
      request.cancel(); // closing alone would read an endless body to its end
      Closer.closeQuietly(response);
    }
  }

  /**
   * @param limit null where the body is of no interest
   */
  private static byte[] body(ClassicHttpResponse response, @Nullable BodyLimit limit)
      throws IOException, ProtocolException {
    int status = response.getCode();
    boolean success = status >= 200 && status < 300;
    if (limit == null || !success || response.getEntity() == null) {
      return new byte[0];
    }
    List<String> encodings =
        Stream.of(response.getHeaders(HttpHeaders.CONTENT_ENCODING)).map(Header::getValue).toList();
    HttpEntity entity = response.getEntity();
    byte[] body = Body.read(entity.getContent(), encodings, limit);
    if (body.length == 0 && entity.getContentLength() < 0 && !entity.isChunked()) {
      throw new ProtocolException("it ends before a body");
    }
    return body;
  }

  @Override
  public void close() {
    closed = true;
    watchdog.close();
    client.close(CloseMode.IMMEDIATE);
    resolver.close();
  }
}
