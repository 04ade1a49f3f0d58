package dev.dateline.ingest.fetch;

import static dev.dateline.ingest.fetch.Fetchers.LOOPBACK;
import static dev.dateline.ingest.fetch.Fetchers.failed;
import static dev.dateline.ingest.fetch.Fetchers.fetched;
import static dev.dateline.ingest.fetch.ScriptedServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However an address is written or come by, nothing that is not public sees a connection. */
class RefusedAddressTest {

  /** Where the trap listens; every name stands for it. */
  private static final String TRAP = "127.0.0.1";

  private ScriptedServer trap;

  @BeforeEach
  void listen() throws IOException {
    trap = new ScriptedServer(InetAddress.getByName(TRAP), 0);
  }

  @AfterEach
  void close() {
    trap.close();
  }

  /** PORT is that of the trap. */
  static Stream<String> addresses() {
    return Stream.of(
        // loopback, plainly
        "http://127.0.0.1:PORT/",
        "http://127.0.0.2:PORT/",
        "http://127.255.255.254:PORT/",
        "http://localhost:PORT/",
        "http://LOCALHOST:PORT/",
        "http://LocalHost.:PORT/",
        "HTTP://127.0.0.1:PORT/",
        "https://127.0.0.1:PORT/",
        "http://127.0.0.1.:PORT/",
        "http://name.that.points.here.example:PORT/",
        "http://under_score.example:PORT/",
        "http://пример.example:PORT/",
        // spellings of IPv4 that programs read differently
        "http://2130706433:PORT/",
        "http://017700000001:PORT/",
        "http://0x7f000001:PORT/",
        "http://0x7F.0x0.0x0.0x1:PORT/",
        "http://0177.0.0.1:PORT/",
        "http://0177.0000.0000.0001:PORT/",
        "http://127.1:PORT/",
        "http://127.0.1:PORT/",
        "http://127.0.0.01:PORT/",
        "http://127.0.0.1.1:PORT/",
        "http://127.0.0.256:PORT/",
        "http://0:PORT/",
        "http://0x:PORT/",
        "http://0.0.0.0:PORT/",
        "http://①②⑦.⓪.⓪.①:PORT/",
        "http://127。0。0。1:PORT/",
        "http://１２７.0.0.1:PORT/",
        "http://%31%32%37.0.0.1:PORT/",
        "http://127.0.0.1%00.example:PORT/",
        // IPv6
        "http://[::1]:PORT/",
        "http://[0:0:0:0:0:0:0:1]:PORT/",
        "http://[0000::0001]:PORT/",
        "http://[::]:PORT/",
        "http://[::ffff:127.0.0.1]:PORT/",
        "http://[::FFFF:7f00:1]:PORT/",
        "http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/",
        "http://[::127.0.0.1]:PORT/",
        "http://[64:ff9b::7f00:1]:PORT/",
        "http://[64:ff9b::127.0.0.1]:PORT/",
        "http://[64:ff9b::a00:1]:PORT/",
        "http://[64:ff9b:1::7f00:1]:PORT/",
        "http://[2002:7f00:1::]:PORT/",
        "http://[2002:a00:1::1]:PORT/",
        "http://[2001:0:7f00:1::]:PORT/",
        "http://[2001:2::1]:PORT/",
        "http://[2001:10::1]:PORT/",
        "http://[2001:20::1]:PORT/",
        "http://[2001:db8::1]:PORT/",
        "http://[3fff::1]:PORT/",
        "http://[100::1]:PORT/",
        "http://[5f00::1]:PORT/",
        "http://[fc00::1]:PORT/",
        "http://[fd12:3456::1]:PORT/",
        "http://[fe80::1]:PORT/",
        "http://[fe80::1%25lo]:PORT/",
        "http://[::1%lo]:PORT/",
        "http://[fec0::1]:PORT/",
        "http://[ff02::1]:PORT/",
        "http://[::1:PORT/",
        "http://[v1.a]:PORT/",
        "http://[::ffff:0:127.0.0.1]:PORT/",
        // networks of IPv4 that are not public
        "http://10.0.0.1/",
        "http://10.255.255.255/",
        "http://100.64.0.1/",
        "http://100.127.255.255/",
        "http://169.254.169.254/latest/meta-data/",
        "http://172.16.0.1/",
        "http://172.31.255.255/",
        "http://192.0.0.1/",
        "http://192.0.2.1/",
        "http://192.88.99.1/",
        "http://192.168.1.1/",
        "http://198.18.0.1/",
        "http://198.19.255.255/",
        "http://198.51.100.1/",
        "http://203.0.113.1/",
        "http://224.0.0.1/",
        "http://239.255.255.255/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
        // what stands before and after the host
        "http://user@127.0.0.1:PORT/",
        "http://user:secret@127.0.0.1:PORT/",
        "http://example.org@127.0.0.1:PORT/",
        "http://example.org%40127.0.0.1:PORT/",
        "http://example.org:80@127.0.0.1:PORT/",
        "http://127.0.0.1:PORT@example.org:PORT/",
        "http://example.org\\@127.0.0.1:PORT/",
        "http://example.org#@127.0.0.1:PORT/",
        "http://example.org?@127.0.0.1:PORT/",
        "http:\\\\127.0.0.1:PORT\\",
        "http:/127.0.0.1:PORT/",
        "http:127.0.0.1:PORT/",
        "http:///127.0.0.1:PORT/",
        "//127.0.0.1:PORT/",
        "127.0.0.1:PORT",
        "ht\ntp://127.0.0.1:PORT/",
        "http://127.0.0.1\t:PORT/",
        "http://127.0.0.1:PORT\r\nX-A: b/",
        // other schemes and ports
        "file:///etc/passwd",
        "ftp://127.0.0.1:PORT/",
        "gopher://127.0.0.1:PORT/_GET",
        "jar:http://127.0.0.1:PORT/a!/b",
        "view-source:http://127.0.0.1:PORT/",
        "data:text/plain,a",
        "http://example.org:22/",
        "http://example.org:25/",
        "http://example.org:0/",
        "http://example.org:65536/",
        "http://example.org:-1/",
        "http://example.org:+PORT/",
        "");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void isNotFetchedFrom(String written) throws Exception {
    String address = written.replace("PORT", String.valueOf(trap.port()));
    try (Fetcher fetcher =
        new Fetcher(allowing(List.of()), Clock.systemUTC(), RefusedAddressTest::trapped)) {

      FetchResult.Failed failed = failed(fetcher, address);

      assertThat(failed.reason()).isIn(FetchFailure.REFUSED_ADDRESS, FetchFailure.BAD_URL);
      assertThat(failed.message()).doesNotContain("secret");
    }
    assertThat(trap.connections()).isZero();
  }

  /** From a server that may be fetched from, and with no robots.txt of the target asked for. */
  @ParameterizedTest
  @MethodSource("addresses")
  void isNotReachedByARedirect(String written) throws Exception {
    String target = written.replace("PORT", String.valueOf(trap.port()));
    try (ScriptedServer open = new ScriptedServer(InetAddress.getByName("127.7.7.7"), 0);
        Fetcher fetcher =
            new Fetcher(
                allowing(List.of("127.7.7.7")), Clock.systemUTC(), RefusedAddressTest::trapped)) {
      open.on("/start", redirect(302, target));

      FetchResult.Failed failed = failed(fetcher, "http://127.7.7.7:" + open.port() + "/start");

      // "127.0.0.1:PORT" and the like are paths of the open server, which it does not have
      assertThat(failed.reason())
          .isIn(
              FetchFailure.REFUSED_ADDRESS,
              FetchFailure.BAD_URL,
              FetchFailure.NOT_FOUND,
              FetchFailure.PROTOCOL);
    }
    assertThat(trap.connections()).isZero();
  }

  @Test
  void robotsAndReservationsComeFromCheckedAddressesToo() throws Exception {
    try (ScriptedServer open = new ScriptedServer(InetAddress.getByName("127.7.7.7"), 0);
        Fetcher fetcher =
            new Fetcher(
                Fetchers.with(LOOPBACK, List.of("127.7.7.7"), true, Duration.ZERO),
                Clock.systemUTC())) {
      open.on("/robots.txt", redirect(301, trap.url("/robots.txt")));
      open.onBody("/page", "", new byte[] {1});

      FetchResult.Failed failed = failed(fetcher, "http://127.7.7.7:" + open.port() + "/page");

      assertThat(failed.reason()).isEqualTo(FetchFailure.REFUSED_ADDRESS);
    }
    assertThat(trap.connections()).isZero();
  }

  /** The name server's first answer is good and its second is not: only one is ever asked for. */
  @Test
  void aNameThatIsBoundAnewIsConnectedToAsItWasChecked() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    HostLookup rebinding = host -> addresses(lookups.incrementAndGet() == 1 ? "127.7.7.7" : TRAP);
    try (ScriptedServer open = new ScriptedServer(InetAddress.getByName("127.7.7.7"), trap.port());
        Fetcher fetcher =
            new Fetcher(allowing(List.of("127.7.7.7")), Clock.systemUTC(), rebinding)) {
      open.onBody("/page", "tdm-reservation: 0\r\n", new byte[] {1});

      String url = "http://rebinding.example:" + trap.port() + "/page";

      assertThat(fetched(fetcher, url).body()).hasSize(1);
      assertThat(lookups).hasValue(1);
      assertThat(failed(fetcher, url).reason()).isEqualTo(FetchFailure.REFUSED_ADDRESS);
      assertThat(open.connections()).isEqualTo(1);
    }
    assertThat(trap.connections()).isZero();
  }

  @Test
  void ofSeveralAddressesOnlyTheGoodOnesAreTried() throws Exception {
    HostLookup mixed = host -> addresses(TRAP, "10.0.0.1", "127.7.7.7");
    try (ScriptedServer open = new ScriptedServer(InetAddress.getByName("127.7.7.7"), trap.port());
        Fetcher fetcher = new Fetcher(allowing(List.of("127.7.7.7")), Clock.systemUTC(), mixed)) {
      open.onBody("/page", "", new byte[] {1});

      fetched(fetcher, "http://mixed.example:" + trap.port() + "/page");
    }
    assertThat(trap.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.0/8",
        "127.0.0.1",
        "127.0.0.1:PORT",
        "intranet.example",
        "Intranet.Example:PORT",
        "::1, 127.0.0.1/32"
      })
  void whatIsAllowedIsFetched(String allow) throws Exception {
    List<String> entries = List.of(allow.replace("PORT", String.valueOf(trap.port())).split(", "));
    trap.onBody("/page", "", new byte[] {1});
    try (Fetcher fetcher =
        new Fetcher(allowing(entries), Clock.systemUTC(), RefusedAddressTest::trapped)) {

      fetched(fetcher, "http://intranet.example:" + trap.port() + "/page");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:1", "127.0.0.2", "10.0.0.0/8", "other.example", "intranet.example:1"})
  void whatIsAllowedAllowsNothingElse(String allow) throws Exception {
    try (Fetcher fetcher =
        new Fetcher(allowing(List.of(allow)), Clock.systemUTC(), RefusedAddressTest::trapped)) {

      failed(fetcher, "http://intranet.example:" + trap.port() + "/page");
    }
    assertThat(trap.connections()).isZero();
  }

  private static FetchSettings allowing(List<String> allow) {
    return Fetchers.with(LOOPBACK, allow, false, Duration.ZERO);
  }

  /** Literals as they are; every name is the trap. */
  private static InetAddress[] trapped(String host) throws UnknownHostException {
    return addresses(Network.isLiteral(host) ? host : TRAP);
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return addresses;
  }
}
