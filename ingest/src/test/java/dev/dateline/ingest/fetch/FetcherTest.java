package dev.dateline.ingest.fetch;

import static dev.dateline.ingest.fetch.Fetchers.failed;
import static dev.dateline.ingest.fetch.Fetchers.fetched;
import static dev.dateline.ingest.fetch.ScriptedServer.redirect;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

  private static final byte[] FEED = "<rss><channel/></rss>".getBytes(UTF_8);

  private ScriptedServer server;
  private Fetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    fetcher = Fetchers.loopback();
  }

  @AfterEach
  void stop() {
    fetcher.close();
    server.close();
  }

  @Test
  void fetchesADocumentWithItsTypeAndHeaders() throws Exception {
    server.onBody(
        "/feed?a=1",
        "Content-Type: Application/RSS+xml; charset=\"Windows-1251\"\r\nETag: W/\"a b\"\r\n"
            + "Last-Modified: yesterday\r\nCache-Control: public, max-age=600\r\nAge: 60\r\n"
            + "Link: </hub,1>; rel=hub, <feed>; title=\"self\"; rel=\"me self\"\r\n",
        FEED);

    FetchResult.Fetched fetched = fetched(fetcher, server.url("/feed?a=1#top"));

    assertThat(fetched.body()).isEqualTo(FEED);
    assertThat(fetched.url()).isEqualTo(server.url("/feed?a=1"));
    assertThat(fetched.movedTo()).isNull();
    assertThat(fetched.mediaType()).isEqualTo("application/rss+xml");
    assertThat(fetched.charset()).isEqualTo("Windows-1251");
    FetchHeaders headers = fetched.headers();
    assertThat(headers.etag()).isEqualTo("W/\"a b\"");
    assertThat(headers.lastModified()).isEqualTo("yesterday");
    assertThat(headers.maxAge()).isEqualTo(Duration.ofMinutes(9));
    assertThat(headers.links())
        .containsOnly(
            Map.entry("hub", server.url("/hub,1")), Map.entry("self", server.url("/feed")));
  }

  @Test
  void asksAsItselfAndAlwaysAnew() throws Exception {
    server.onBody("/feed", "Set-Cookie: a=b\r\n", FEED);

    fetched(fetcher, server.url("/feed"));
    fetched(fetcher, server.url("/feed"));

    ScriptedServer.Request second = server.requests("/feed").get(1);
    assertThat(second.method()).isEqualTo("GET");
    assertThat(second.headers())
        .containsOnly(
            Map.entry("host", "127.0.0.1:" + server.port()),
            Map.entry("user-agent", "Dateline/test"),
            Map.entry("accept", "*/*"),
            Map.entry("accept-encoding", "gzip, deflate"),
            Map.entry("connection", "close"));
  }

  @Test
  void postsAFormAndFollowsWhereTheMethodIsKept() throws Exception {
    server.on("/hub", redirect(307, "/there"));
    server.on("/there", "HTTP/1.1 202 Accepted\r\n\r\n");
    server.on("/moved", redirect(302, "/there"));

    assertThat(fetcher.post(server.url("/hub"), Map.of("hub.mode", "a b&c"))).isEmpty();
    assertThat(fetcher.post(server.url("/moved"), Map.of("hub.mode", "x"))).isPresent();
    assertThat(fetcher.post(server.url("/absent"), Map.of("hub.mode", "x")).orElseThrow().reason())
        .isEqualTo(FetchFailure.NOT_FOUND);

    assertThat(server.requests("/there")).hasSize(1);
    ScriptedServer.Request request = server.requests("/there").get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.headers())
        .containsEntry("content-length", Integer.toString("hub.mode=a+b%26c".length()));
    assertThat(request.headers().get("content-type"))
        .startsWith("application/x-www-form-urlencoded");
  }

  @Test
  void postsNowhereThatMayNotBeFetchedFrom() throws Exception {
    server.on("/hub", redirect(307, "http://10.0.0.7/hub"));
    assertThat(fetcher.post(server.url("/hub"), Map.of()).orElseThrow().reason())
        .isEqualTo(FetchFailure.REFUSED_ADDRESS);
  }

  /** Validators may hold any byte, and some servers write dates that are none. */
  @Test
  void sendsValidatorsBackToTheByte() throws Exception {
    String etag = "\"" + new String("Пловдив".getBytes(UTF_8), ISO_8859_1) + "\"";
    String date = "2026-11-28 12:00:00 +0200";
    server.onBody("/feed", "ETag: " + etag + "\r\nLast-Modified: " + date + "\r\n", FEED);
    FetchHeaders first = fetched(fetcher, server.url("/feed")).headers();
    server.on("/feed", "HTTP/1.1 304 Same\r\nETag: \"new\"\r\n\r\n");

    FetchResult again =
        fetcher.fetch(
            new FetchRequest(server.url("/feed"), first.etag(), first.lastModified(), "*/*"));

    assertThat(server.requests("/feed").get(1).headers())
        .containsEntry("if-none-match", etag)
        .containsEntry("if-modified-since", date);
    assertThat(again).isInstanceOf(FetchResult.NotModified.class);
    assertThat(((FetchResult.NotModified) again).headers().etag()).isEqualTo("\"new\"");
  }

  @Test
  void takes304OnlyWhereItAskedForIt() throws Exception {
    server.on("/feed", "HTTP/1.1 304 Same\r\n\r\n");

    assertThat(failed(fetcher, server.url("/feed")).reason()).isEqualTo(FetchFailure.PROTOCOL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "deflate", "raw deflate", "gzip, deflate", "identity"})
  void decodesWhatItAskedFor(String encoding) throws Exception {
    byte[] body = FEED;
    if (encoding.contains("gzip")) {
      body = gzip(body);
    }
    if (encoding.contains("deflate")) {
      body = deflate(body, encoding.startsWith("raw"));
    }
    server.onBody("/feed", "Content-Encoding: " + encoding.replace("raw ", "") + "\r\n", body);

    assertThat(fetched(fetcher, server.url("/feed")).body()).isEqualTo(FEED);
  }

  @ParameterizedTest
  @CsvSource({
    "301, 308, true",
    "301, 301, true",
    "301, 302, false",
    "307, 301, false",
    "303, 307, false"
  })
  void saysWhetherADocumentMovedForGood(int first, int second, boolean moved) throws Exception {
    server.on("/a", redirect(first, "/b?x=1"));
    server.on("/b?x=1", redirect(second, server.url("/c")));
    server.onBody("/c", "", FEED);

    FetchResult.Fetched fetched = fetched(fetcher, server.url("/a"));

    assertThat(fetched.url()).isEqualTo(server.url("/c"));
    assertThat(fetched.movedTo()).isEqualTo(moved ? server.url("/c") : null);
  }

  @Test
  void followsLocationsAsServersWriteThem() throws Exception {
    String utf8 = new String("/новини и още".getBytes(UTF_8), ISO_8859_1);
    server.on("/dir/a", redirect(302, "?q=1"));
    server.on("/dir/a?q=1", redirect(302, "/b//c"));
    server.on("/b//c", redirect(302, utf8));
    String escaped = "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8%20%D0%B8%20%D0%BE%D1%89%D0%B5";
    server.onBody(escaped, "", FEED);

    assertThat(fetched(fetcher, server.url("/dir/a")).url()).isEqualTo(server.url(escaped));
  }

  @Test
  void givesUpOnRedirectsWithoutEnd() throws Exception {
    server.on("/a", redirect(302, "/a"));

    assertThat(failed(fetcher, server.url("/a")).reason())
        .isEqualTo(FetchFailure.TOO_MANY_REDIRECTS);
    assertThat(server.requests("/a")).hasSize(Fetchers.LOOPBACK.mostRedirects() + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHORIZED",
    "402, UNAUTHORIZED",
    "403, UNAUTHORIZED",
    "404, NOT_FOUND",
    "410, GONE",
    "418, CLIENT_ERROR",
    "429, RATE_LIMITED",
    "451, UNAUTHORIZED",
    "500, SERVER_ERROR",
    "503, SERVER_ERROR",
    "206, PROTOCOL",
    "300, PROTOCOL",
    "999, PROTOCOL"
  })
  void tellsStatusesApart(int status, FetchFailure reason) throws Exception {
    server.on("/feed", "HTTP/1.1 " + status + " Text\r\nContent-Length: 0\r\n\r\n");

    FetchResult.Failed failed = failed(fetcher, server.url("/feed"));

    assertThat(failed.reason()).isEqualTo(reason);
    assertThat(failed.status()).isEqualTo(status);
    assertThat(failed.message()).contains(server.url("/feed"), "" + status);
  }

  @Test
  void tellsHowLongItIsToWait() throws Exception {
    server.on("/busy", "HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");

    FetchResult.Failed failed = failed(fetcher, server.url("/busy"));

    assertThat(failed.reason()).isEqualTo(FetchFailure.RATE_LIMITED);
    assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void keepsToNoProxyOfTheEnvironment() throws Exception {
    server.onBody("/feed", "", FEED);
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", "1");
    System.setProperty("http.nonProxyHosts", "");
    try (Fetcher own = new Fetcher(Fetchers.LOOPBACK, Clock.systemUTC())) {
      assertThat(fetched(own, server.url("/feed")).body()).isEqualTo(FEED);
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
      System.clearProperty("http.nonProxyHosts");
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(byte[] bytes, boolean raw) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(9, raw))) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
