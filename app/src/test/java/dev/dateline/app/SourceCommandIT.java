package dev.dateline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dateline.ingest.watch.SourceCatalog;
import dev.dateline.runtime.ExitCode;
import dev.dateline.testkit.TestCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for sources on the web, on a real broker and registry and a site on loopback. */
class SourceCommandIT {

  private static final String FEED =
      "<rss version=\"2.0\"><channel><title>The Paper</title><item><title>One</title></item>"
          + "</channel></rss>";

  private static TestCluster cluster;
  private static HttpServer site;

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() throws Exception {
    cluster = TestCluster.start();
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    serve("/news/all.rss", FEED);
    serve(
        "/home",
        "<html><head><link rel=alternate type=application/rss+xml href=/news/all.rss></head>Hi</html>");
    serve("/sitemap.xml", "<urlset><url><loc>http://a.example/1</loc></url></urlset>");
    serve("/plain", "<html><body>Nothing is named here.</body></html>");
    site.start();
  }

  @AfterAll
  static void end() {
    site.stop(0);
    cluster.close();
  }

  private static void serve(String path, String body) {
    site.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, body.getBytes(UTF_8).length);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
          }
        });
  }

  private static String url(String path) {
    return "http://127.0.0.1:" + site.getAddress().getPort() + path;
  }

  @Test
  void anOperatorAddsLooksPausesAndRemoves() throws Exception {
    assertThat(run("add", url("/home"), url("/sitemap.xml"), "--language", "bg")).isZero();
    List<SourceCatalog.Listed> listed = list();
    assertThat(listed)
        .extracting(source -> source.source().getKind() + " " + source.source().getUrl())
        .contains("FEED " + url("/news/all.rss"), "SITEMAP " + url("/sitemap.xml"));
    SourceCatalog.Listed feed =
        listed.stream()
            .filter(source -> source.source().getUrl().equals(url("/news/all.rss")))
            .findFirst()
            .orElseThrow();
    String id = feed.source().getId();
    assertThat(feed.source().getName()).isEqualTo("The Paper");
    assertThat(feed.source().getLanguage()).isEqualTo("bg");

    assertThat(run("pause", id)).isZero();
    assertThat(run("refetch", id)).isZero();
    assertThat(find(id).source().getPaused()).isTrue();
    assertThat(find(id).source().getRefetch()).isEqualTo(1);
    assertThat(run("resume", id)).isZero();
    assertThat(find(id).source().getPaused()).isFalse();
    assertThat(run("show", id)).isZero();
    assertThat(run("list", "--output", "ndjson")).isZero();
    assertThat(run("remove", id)).isZero();
    assertThat(run("show", id)).isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(run("pause", "no-such-source")).isEqualTo(ExitCode.NOT_FOUND.code());
  }

  @Test
  void saysWhatCannotBeWatched() {
    assertThat(run("add", url("/plain"))).isEqualTo(ExitCode.INPUT.code());
    assertThat(run("add", "ftp://a.example/")).isEqualTo(ExitCode.USAGE.code());
    assertThat(run("add", "http://10.1.2.3/feed")).isEqualTo(ExitCode.INPUT.code());
    assertThat(run("add", url("/news/all.rss"), "--language", "no language"))
        .isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void importsTheFeedsOfAList() throws Exception {
    Path opml = folder.resolve("feeds.opml");
    Files.writeString(
        opml,
        "<opml version='2.0'><body><outline text='World'><outline text='A' xmlUrl='http://a.example/rss'/>"
            + "<outline text='B' xmlUrl='http://b.example/atom'/></outline></body></opml>");
    assertThat(run("import", opml.toString())).isZero();
    assertThat(list())
        .filteredOn(listed -> listed.source().getUrl().equals("http://b.example/atom"))
        .singleElement()
        .satisfies(
            listed -> {
              assertThat(listed.source().getName()).isEqualTo("B");
              assertThat(listed.source().getCategories()).containsExactly("World");
            });
    assertThat(run("import", folder.resolve("none.opml").toString()))
        .isEqualTo(ExitCode.INPUT.code());
  }

  @Test
  void theLauncherImportsAListAndNamesWhatItLeavesOut() throws Exception {
    Path opml = folder.resolve("feeds.opml");
    Files.writeString(
        opml,
        "<opml version='2.0'><body><outline text='A' xmlUrl='feed://launcher.example/rss'/>"
            + "<outline type='link' text='B' url='http://b.example/'/></body></opml>");

    // In a process of its own, where no test has loaded what the command needs before it.
    DatelineProcess imports = DatelineProcess.run(folder, all("import", opml.toString()));

    assertThat(imports.awaitEnd()).as(imports.err()).isZero();
    assertThat(imports.err())
        .contains("dateline: left out http://b.example/: its type is link", "watches 1 feed\n");
    assertThat(list())
        .extracting(listed -> listed.source().getUrl())
        .contains("http://launcher.example/rss")
        .doesNotContain("http://b.example/");
  }

  @Test
  void aListWithoutAnyFeedIsRefused() throws Exception {
    Path opml = folder.resolve("none.opml");
    Files.writeString(opml, "<opml version='2.0'><body><outline text='A'/></body></opml>");

    assertThat(run("import", opml.toString())).isEqualTo(ExitCode.INPUT.code());
    assertThat(err.toString()).contains(opml + " names no feed", "dateline source add");
  }

  private static List<SourceCatalog.Listed> list() {
    try (SourceCatalog catalog = new SourceCatalog(cluster.clients(), Clock.systemUTC())) {
      return catalog.list();
    }
  }

  private static SourceCatalog.Listed find(String id) {
    return list().stream()
        .filter(listed -> listed.source().getId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private int run(String... arguments) {
    return Main.commandLine().setErr(new PrintWriter(err, true)).execute(all(arguments));
  }

  private String[] all(String... arguments) {
    List<String> all = new ArrayList<>(List.of("source"));
    all.addAll(List.of(arguments));
    all.addAll(
        List.of(
            "--set",
            "kafka.bootstrap=" + cluster.settings().bootstrap(),
            "--set",
            "kafka.registry=" + cluster.settings().registry(),
            "--set",
            "fetch.allow=127.0.0.1",
            "--set",
            "fetch.host-delay=0ms",
            "--data",
            folder.resolve("data").toString()));
    return all.toArray(String[]::new);
  }
}
