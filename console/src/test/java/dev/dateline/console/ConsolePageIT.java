package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.EntityType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser. */
class ConsolePageIT {

  private static final Path PICTURES = Path.of("target", "pictures");

  private static Chromium chromium;

  private final ArticleFeed feed = new ArticleFeed(200);
  private final Metrics metrics = new Metrics();
  private HttpEndpoint endpoint = endpoint(0);
  private int added;

  @BeforeAll
  static void launch() throws Exception {
    Path program = Needed.program("chromium", Needed.onPath("chromium", "google-chrome"));
    Path profile = Path.of("target", "chromium-" + ProcessHandle.current().pid());
    chromium = new Chromium(program, profile.toAbsolutePath());
  }

  @AfterAll
  static void quit() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void start() throws Exception {
    endpoint.start();
    chromium.resize(1280, 1000);
  }

  @AfterEach
  void stop() {
    feed.close();
    endpoint.close();
    metrics.close();
  }

  @Test
  void articlesOfEveryScriptAppearAsTheyCome() throws Exception {
    NewsOfTheWorld.articles().forEach(this::add);
    open("/");
    awaitCount(".row", NewsOfTheWorld.articles().size());

    add(Articles.report("late").setEnrichedAt(Instant.now()).build());

    awaitCount(".row", NewsOfTheWorld.articles().size() + 1);
    assertThat(text(".row .title")).isEqualTo("Harbour team wins the spring regatta");
    assertThat(direction("ar")).isEqualTo("rtl");
    assertThat(direction("bg")).isEqualTo("ltr");
    assertThat(text("#connection")).isEqualTo("Live");
    assertThat(text("#services")).contains("enrich", "up", "sink", "down");
    chromium.prefer("light");
    chromium.screenshot(PICTURES.resolve("console-light.png"));
    chromium.prefer("dark");
    chromium.screenshot(PICTURES.resolve("console-dark.png"));
    chromium.resize(390, 844);
    assertThat(chromium.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo("true");
    chromium.screenshot(PICTURES.resolve("console-narrow.png"));
  }

  @Test
  void hostileArticlesRunNothing() throws Exception {
    String title =
        "<img src=x onerror=\"document.title='owned'\"><script>document.title=1</script>";
    add(
        Articles.written("evil", "\"><b>", title, title)
            .setArticle(
                Articles.article("evil", title, title)
                    .setUrl("javascript:document.title='owned'")
                    .build())
            .setEntities(List.of(Articles.entity(EntityType.PERSON, title, title)))
            .build());

    open("/");

    awaitCount(".row", 1);
    assertThat(text(".title")).isEqualTo(title);
    assertThat(count("main img")).isZero();
    assertThat(count("main script")).isZero();
    assertThat(count(".row a")).isZero();
    assertThat(chromium.evaluate("document.title")).isEqualTo("Dateline console");
  }

  @Test
  void aChipFiltersAndItsFilterCanBeRemoved() throws Exception {
    NewsOfTheWorld.articles().forEach(this::add);
    add(Articles.report("sport").build());
    open("/");
    awaitCount(".row", NewsOfTheWorld.articles().size() + 1);

    click(".row .chip.entity");

    awaitCount(".row:not([hidden])", 1);
    assertThat(text("#filters")).contains("Varna");
    assertThat(text("#count")).startsWith("1 of ");
    assertThat(chromium.evaluate("location.search")).isEqualTo("?entity=geonames%3A726050");
    click("#filters .chip");
    awaitCount(".row:not([hidden])", NewsOfTheWorld.articles().size() + 1);
  }

  @Test
  void pausingHoldsTheListStill() throws Exception {
    add(Articles.report("first").build());
    open("/");
    awaitCount(".row", 1);
    click("#pause");

    add(Articles.report("second").build());

    await().untilAsserted(() -> assertThat(text("#pause")).isEqualTo("Resume (1 new)"));
    assertThat(count(".row")).isEqualTo(1);
    click("#pause");
    awaitCount(".row", 2);
  }

  @Test
  void revisionsReplaceAndTakedownsRemove() throws Exception {
    add(Articles.report("a").build());
    add(Articles.report("b").build());
    open("/");
    awaitCount(".row", 2);

    add(Articles.report("a").setRevision(2).setChange(Change.REVISED).build());
    await().untilAsserted(() -> assertThat(text(".revision")).isEqualTo("revision 2"));
    assertThat(count(".row")).isEqualTo(2);
    feed.remove("b", 1);

    awaitCount(".row", 1);
  }

  @Test
  void aLostConnectionIsSaidAndMended() throws Exception {
    add(Articles.report("a").build());
    open("/");
    awaitCount(".row", 1);
    int port = endpoint.port();

    endpoint.close();
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () -> assertThat(text("#connection")).isEqualTo("Connection lost, retrying…"));
    endpoint = endpoint(port);
    endpoint.start();
    add(Articles.report("b").build());

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(count(".row")).isEqualTo(2));
    assertThat(text("#connection")).isEqualTo("Live");
  }

  private HttpEndpoint endpoint(int port) {
    return new HttpEndpoint(
        new HttpSettings("127.0.0.1", port),
        List.of(),
        metrics,
        List.of(new ConsoleRoutes(feed, ConsolePageIT::states, new HostCheck(List.of()), 200)));
  }

  private static List<ServiceState> states() {
    return List.of(
        ServiceState.here("ingest", Health.up("watches 1 folder")),
        ServiceState.here("enrich", Health.up("running")),
        ServiceState.here("sink", Health.down("The database does not answer.")),
        ServiceState.here("console", Health.starting("waits")));
  }

  private void add(EnrichedArticle article) {
    added++;
    feed.add("t-0:" + added, added, 100, article);
  }

  private void open(String path) throws Exception {
    chromium.open("http://127.0.0.1:" + endpoint.port() + path);
  }

  private void awaitCount(String selector, int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(count(selector)).isEqualTo(count));
  }

  private int count(String selector) throws Exception {
    return Integer.parseInt(
        chromium.evaluate("document.querySelectorAll('" + selector + "').length"));
  }

  private String text(String selector) throws Exception {
    return chromium.evaluate("document.querySelector('" + selector + "')?.textContent");
  }

  private String direction(String language) throws Exception {
    return chromium.evaluate(
        "getComputedStyle(document.querySelector('.title:lang(" + language + ")')).direction");
  }

  private void click(String selector) throws Exception {
    chromium.evaluate("document.querySelector('" + selector + "').click()");
  }
}
