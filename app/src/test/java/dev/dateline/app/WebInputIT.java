package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.runtime.ExitCode;
import dev.dateline.testkit.feeds.FeedServer;
import dev.dateline.testkit.feeds.ModelArticle;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as arguments: fetched where it is allowed, and told where they cannot be. */
class WebInputIT {

  private static final String ALLOW = "fetch.allow=127.0.0.1";

  @TempDir private Path folder;
  private FeedServer world;

  @BeforeEach
  void start() {
    world = FeedServer.start(1, 1, 1);
    world.step();
    world.step();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void feedPrintsWhatIsPublished() throws Exception {
    String url = world.urls().get(0);

    DatelineProcess feed = DatelineProcess.run(folder, "feed", "--set", ALLOW, url);

    assertThat(feed.awaitEnd()).as(feed.err()).isZero();
    JsonNode line = new ObjectMapper().readTree(feed.out());
    assertThat(line.path("url").asText()).isEqualTo(url);
    assertThat(line.has("path")).isFalse();
    List<ModelArticle> articles = world.model().get(0).articles();
    assertThat(line.path("items")).hasSameSizeAs(articles);
    ModelArticle newest = articles.get(articles.size() - 1);
    assertThat(line.at("/items/0/url").asText()).isEqualTo(newest.key());
    assertThat(line.at("/items/0/title").asText()).isEqualTo(newest.title());
  }

  @Test
  void extractPrintsThePage() throws Exception {
    ModelArticle article = world.model().get(0).articles().get(0);

    DatelineProcess extract =
        DatelineProcess.run(folder, "extract", "--set", ALLOW, article.key(), "missing.html");

    assertThat(extract.awaitEnd()).isEqualTo(ExitCode.INPUT.code());
    JsonNode line = new ObjectMapper().readTree(extract.out());
    assertThat(line.path("url").asText()).isEqualTo(article.key());
    assertThat(line.path("title").asText()).isEqualTo(article.title());
    assertThat(line.path("text").asText()).contains(article.marker());
    assertThat(extract.err()).contains("missing.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed", "extract"})
  void anAddressThatIsNotPublicIsTold(String command) throws Exception {
    DatelineProcess refused = DatelineProcess.run(folder, command, world.urls().get(0));

    assertTold(refused, ExitCode.INPUT, "127.0.0.1 is no public address", "fetch.allow");
    assertThat(world.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed", "extract"})
  void anAddressThatFailsIsTold(String command) throws Exception {
    String missing = world.urls().get(0) + "9999";
    String disallowed = missing.replaceAll("/feeds/.*", "/private/a");

    assertTold(
        DatelineProcess.run(folder, command, "--set", ALLOW, missing),
        ExitCode.INPUT,
        missing + " answered 404. Check the address.");
    assertTold(
        DatelineProcess.run(folder, command, "--set", ALLOW, disallowed),
        ExitCode.INPUT,
        disallowed + " may not be fetched",
        "robots.txt");
  }

  @Test
  void aWrongAllowListIsTold() throws Exception {
    assertTold(
        DatelineProcess.run(
            folder, "feed", "--set", "fetch.allow=10.0.0.0/99", "http://a.example/"),
        ExitCode.USAGE,
        "'10.0.0.0/99'");
  }

  private static void assertTold(DatelineProcess process, ExitCode code, String... says)
      throws Exception {
    assertThat(process.awaitEnd()).as(process.err()).isEqualTo(code.code());
    assertThat(process.err()).contains(says).doesNotContain("\tat ", "Exception");
    assertThat(process.out()).isEmpty();
  }
}
