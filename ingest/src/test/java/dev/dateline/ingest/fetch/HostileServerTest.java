package dev.dateline.ingest.fetch;

import static dev.dateline.ingest.fetch.Fetchers.LOOPBACK;
import static dev.dateline.ingest.fetch.Fetchers.failed;
import static dev.dateline.ingest.fetch.Fetchers.fetched;
import static dev.dateline.ingest.fetch.ScriptedServer.ok;
import static dev.dateline.ingest.fetch.ScriptedServer.redirect;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that say too much, too little, too slowly, or what is not so. */
@Timeout(60)
class HostileServerTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\n";
  private static final int LIMIT = (int) LOOPBACK.mostBytes();

  private ScriptedServer server;
  private Fetcher fetcher;
  private Fetcher impatient;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    fetcher = Fetchers.loopback();
    impatient = new Fetcher(Fetchers.within(Duration.ofMillis(500)), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    fetcher.close();
    impatient.close();
    server.close();
  }

  @Test
  void aServerThatSaysNothingIsLeft() throws Exception {
    server.on("/", out -> server.hang());

    assertReason(impatient, FetchFailure.TIMEOUT);
  }

  @Test
  void aHandshakeThatIsNeverAnsweredIsLeft() throws Exception {
    server.on("/", out -> server.hang());

    FetchResult.Failed failed = failed(impatient, server.url("/").replace("http:", "https:"));

    assertThat(failed.reason()).isIn(FetchFailure.TIMEOUT, FetchFailure.TLS);
  }

  @Test
  void aServerThatSpeaksNoTlsIsTold() throws Exception {
    FetchResult.Failed failed = failed(fetcher, server.url("/").replace("http:", "https:"));

    assertThat(failed.reason()).isEqualTo(FetchFailure.TLS);
  }

  /** Each byte comes in time, the whole does not: status line, headers, body, chunks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        HEAD,
        HEAD + "X-A: ",
        HEAD + "Content-Length: 9999\r\n\r\n",
        HEAD + "Connection: close\r\n\r\n",
        HEAD + "Transfer-Encoding: chunked\r\n\r\n270F\r\n",
        HEAD + "Transfer-Encoding: chunked\r\n\r\n"
      })
  void aServerThatDripsIsLeft(String beginning) throws Exception {
    server.on(
        "/",
        out -> {
          out.write(beginning.getBytes(ISO_8859_1));
          while (true) {
            out.write('0');
            out.flush();
            Thread.sleep(20);
          }
        });

    assertReason(impatient, FetchFailure.TIMEOUT);
  }

  @Test
  void redirectsDoNotBuyTime() throws Exception {
    for (int i = 0; i < 5; i++) {
      String next = redirect(302, "/" + (i + 1));
      server.on(
          "/" + i,
          out -> {
            Thread.sleep(200);
            out.write(next.getBytes(ISO_8859_1));
          });
    }

    assertThat(failed(impatient, server.url("/0")).reason()).isEqualTo(FetchFailure.TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 99999999999\r\n\r\n",
        "Connection: close\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nFFFFFFF\r\n"
      })
  void aBodyWithoutEndIsCutOff(String headers) throws Exception {
    server.on(
        "/",
        out -> {
          out.write((HEAD + headers).getBytes(ISO_8859_1));
          byte[] more = new byte[10_000];
          while (true) {
            out.write(more);
          }
        });

    assertReason(fetcher, FetchFailure.TOO_LARGE);
  }

  @Test
  void theLimitIsExact() throws Exception {
    server.onBody("/fits", "", new byte[LIMIT]);
    server.onBody("/does-not", "", new byte[LIMIT + 1]);

    assertThat(fetched(fetcher, server.url("/fits")).body()).hasSize(LIMIT);
    assertThat(failed(fetcher, server.url("/does-not")).reason()).isEqualTo(FetchFailure.TOO_LARGE);
  }

  @Test
  void bombsAreNotUnpacked() throws Exception {
    byte[] bomb = gzip(new byte[50_000_000]);
    assertThat(bomb.length).isLessThan(LIMIT);
    server.onBody("/", "Content-Encoding: gzip\r\n", bomb);
    assertReason(fetcher, FetchFailure.TOO_LARGE);

    server.onBody("/", "Content-Encoding: gzip, gzip\r\n", gzip(gzip(new byte[50_000_000])));
    assertReason(fetcher, FetchFailure.TOO_LARGE);
  }

  /** The bytes in between are many, though in the end there are none. */
  @Test
  void aBombInTheMiddleIsNotUnpackedEither() throws Exception {
    byte[] nothing = gzip(new byte[0]);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < LIMIT / nothing.length + 1; i++) {
      many.write(nothing);
    }
    server.onBody("/", "Content-Encoding: gzip, gzip\r\n", gzip(many.toByteArray()));

    assertReason(fetcher, FetchFailure.TOO_LARGE);
  }

  @Test
  void membersOfGzipAreReadHoweverMany() throws Exception {
    byte[] nothing = gzip(new byte[0]);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 100_000; i++) {
      many.write(nothing);
    }
    many.write(gzip(new byte[] {7}));

    byte[] body =
        Body.read(
            new ByteArrayInputStream(many.toByteArray()),
            List.of("gzip"),
            new BodyLimit(10_000_000, false));

    assertThat(body).containsExactly(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, gzip, gzip", "br", "zstd", "gzip, compress"})
  void encodingsThatNobodyAskedForAreRefused(String encoding) throws Exception {
    server.onBody("/", "Content-Encoding: " + encoding + "\r\n", gzip(gzip(gzip(new byte[9]))));

    assertReason(fetcher, FetchFailure.PROTOCOL);
  }

  /** What came is not the document: no part of it is given. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 10\r\n\r\n123456789",
        "Content-Length: 10\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\n123",
        "Transfer-Encoding: chunked\r\n\r\nlots\r\n12345\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-5\r\n12345\r\n0\r\n\r\n",
        "Content-Length: -1\r\n\r\n12345",
        "Content-Length: many\r\n\r\n12345",
        "Content-Length: 5\r\nContent-Length: 3\r\n\r\n12345"
      })
  void aBodyThatIsNotWholeIsNoBody(String rest) throws Exception {
    server.on("/", HEAD + rest);

    assertReason(fetcher, FetchFailure.PROTOCOL);
  }

  @Test
  void aPackedBodyThatIsNotWholeIsNoBody() throws Exception {
    byte[] packed = gzip("a feed that goes on and on".getBytes(ISO_8859_1));
    server.onBody("/", "Content-Encoding: gzip\r\n", Arrays.copyOf(packed, packed.length - 9));
    assertReason(fetcher, FetchFailure.PROTOCOL);

    packed[packed.length - 6]++; // the checksum
    server.onBody("/", "Content-Encoding: gzip\r\n", packed);
    assertReason(fetcher, FetchFailure.PROTOCOL);

    server.onBody("/", "Content-Encoding: gzip\r\n", "plain".getBytes(ISO_8859_1));
    assertReason(fetcher, FetchFailure.PROTOCOL);
  }

  /** The packed document ends before the body does, as it was announced. */
  @Test
  void aTransferThatEndsBehindThePackedDocumentIsNotWhole() throws Exception {
    byte[] packed = gzip("a feed".getBytes(ISO_8859_1));
    server.on(
        "/",
        out -> {
          String head = "Content-Encoding: gzip\r\nContent-Length: " + (packed.length + 1);
          out.write((HEAD + head + "\r\n\r\n").getBytes(ISO_8859_1));
          out.write(packed);
        });

    assertReason(fetcher, FetchFailure.PROTOCOL);
  }

  @Test
  void whatComesBehindTheBodyIsNotRead() throws Exception {
    byte[] body = "feed".getBytes(ISO_8859_1);
    server.on(
        "/",
        out -> {
          out.write(ok("", body));
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nbad".getBytes(ISO_8859_1));
        });

    assertThat(fetched(fetcher, server.url("/")).body()).isEqualTo(body);
    assertThat(fetched(fetcher, server.url("/")).body()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello\r\n\r\n", "HTTP/1.1\r\n\r\n", "SSH-2.0-a\r\n", HEAD, HEAD + "X: a"})
  void whatIsNoHttpIsTold(String answer) throws Exception {
    server.on("/", answer);

    assertReason(fetcher, FetchFailure.PROTOCOL);
  }

  @Test
  void headersAreBounded() throws Exception {
    server.on("/", HEAD + "X-A: " + "a".repeat(20_000) + "\r\nContent-Length: 0\r\n\r\n");
    assertReason(fetcher, FetchFailure.PROTOCOL);

    server.on("/", HEAD + "X-A: a\r\n".repeat(300) + "Content-Length: 0\r\n\r\n");
    assertReason(fetcher, FetchFailure.PROTOCOL);

    server.on("/", endlessly("X-A: a\r\n"));
    assertReason(fetcher, FetchFailure.PROTOCOL);

    server.on("/", endlessly("a"));
    assertReason(fetcher, FetchFailure.PROTOCOL);
  }

  @Test
  void interimAnswersWithoutEndAreLeft() throws Exception {
    server.on(
        "/",
        out -> {
          while (true) {
            out.write("HTTP/1.1 103 Early Hints\r\n\r\n".getBytes(ISO_8859_1));
          }
        });

    assertReason(impatient, FetchFailure.TIMEOUT);
  }

  @Test
  void aRedirectWithoutATargetIsTold() throws Exception {
    server.on("/", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n");
    assertReason(fetcher, FetchFailure.PROTOCOL);

    server.on("/", redirect(302, "/" + "a".repeat(10_000)));
    assertReason(fetcher, FetchFailure.BAD_URL);
  }

  /** Its body is not read, so that it cannot be endless. */
  @Test
  void anErrorIsToldWithoutItsBody() throws Exception {
    server.on("/", endlessly("HTTP/1.1 500 Oh\r\nConnection: close\r\n\r\n", "oh no "));

    assertReason(fetcher, FetchFailure.SERVER_ERROR);
  }

  @Test
  void aClosedPortIsTold() throws Exception {
    String url = server.url("/");
    server.close();

    assertThat(failed(fetcher, url).reason()).isEqualTo(FetchFailure.CONNECT);
  }

  @Test
  void anUnknownNameIsTold() throws Exception {
    assertThat(failed(fetcher, "http://no.such.name.invalid/").reason())
        .isEqualTo(FetchFailure.DNS);
  }

  @Test
  void aNameServerThatDoesNotAnswerIsLeft() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    FetchSettings settings =
        new FetchSettings(
            "a",
            Duration.ofMillis(200),
            Duration.ofSeconds(30),
            1,
            1,
            LOOPBACK.allow(),
            false,
            Duration.ZERO);
    try (Fetcher own =
        new Fetcher(
            settings,
            Clock.systemUTC(),
            host -> {
              awaitQuietly(never);
              return null;
            })) {
      assertThat(failed(own, "http://slow.example/").reason()).isEqualTo(FetchFailure.DNS);
    }
  }

  @Test
  void closingEndsWhatIsOnTheWire() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.on(
        "/",
        out -> {
          asked.countDown();
          server.hang();
        });
    AtomicReference<FetchResult> result = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                result.set(fetcher.fetch(FetchRequest.of(server.url("/"))));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    caller.start();
    asked.await();

    fetcher.close();
    caller.join();

    assertThat(result.get()).isInstanceOf(FetchResult.Failed.class);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void assertReason(Fetcher by, FetchFailure reason) throws InterruptedException {
    assertThat(failed(by, server.url("/")).reason()).isEqualTo(reason);
  }

  private static ScriptedServer.Script endlessly(String part) {
    return endlessly(HEAD, part);
  }

  private static ScriptedServer.Script endlessly(String beginning, String part) {
    return out -> {
      out.write(beginning.getBytes(ISO_8859_1));
      while (true) {
        out.write(part.getBytes(ISO_8859_1));
      }
    };
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
