package dev.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.ingest.fetch.FetchSettings;
import dev.dateline.ingest.fetch.Fetcher;
import dev.dateline.ingest.poll.SourceProbe.Found;
import dev.dateline.ingest.poll.SourceProbe.NothingFoundException;
import dev.dateline.schemas.SourceKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken of an address, and above all what is not. */
class SourceProbeTest {

  private static final String PAGE = "<html><head><title>No feed</title></head><p>Hi</p></html>";
  private static final String NAMING =
      "<html><head><link rel=alternate type=application/rss+xml href=/gone.xml>"
          + "<link rel=alternate type=application/rss+xml href=/news.xml></head><p>Hi</p></html>";

  private final Site site = new Site();
  private final Fetcher fetcher =
      new Fetcher(
          new FetchSettings(
              "Dateline/test",
              Duration.ofSeconds(10),
              Duration.ofSeconds(30),
              100_000,
              5,
              List.of("127.0.0.0/8"),
              false,
              Duration.ZERO),
          Clock.systemUTC());
  private final SourceProbe probe = new SourceProbe(fetcher);

  @AfterEach
  void end() {
    fetcher.close();
    site.close();
  }

  @Test
  void aFeedIsTakenAsItIs() throws Exception {
    site.put("/news.xml", Site.rss());

    Found found = probe.probe(site.url("/news.xml"));

    assertThat(found)
        .isEqualTo(
            new Found(SourceKind.FEED, site.url("/news.xml"), "Paper", "en", List.of(), false));
  }

  @ParameterizedTest
  @CsvSource({"/", "/section/politics"})
  void ofAPageTheFirstFeedThatItNamesAndThatCanBeRead(String path) throws Exception {
    site.put(path, NAMING, "Content-Type", "text/html; charset=utf-8");
    site.put("/news.xml", Site.rss());

    Found found = probe.probe(site.url(path));

    assertThat(found.url()).isEqualTo(site.url("/news.xml"));
    assertThat(found.unnamed()).isFalse();
    assertThat(found.others()).containsExactly(site.url("/gone.xml"));
  }

  @Test
  void ofAHomePageThatNamesNoneTheUsualPlace() throws Exception {
    site.put("/", PAGE, "Content-Type", "text/html");
    site.put("/atom.xml", Site.rss());

    Found found = probe.probe(site.url("/"));

    assertThat(found.url()).isEqualTo(site.url("/atom.xml"));
    assertThat(found.unnamed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/nofeed|text/html|<html><p>Nothing here.</p></html>|is a page that names no feed",
        "/?p=12|text/html|<html><p>Nothing here.</p></html>|is a page that names no feed",
        "/json|application/json|{\"error\":1}|is no feed, no sitemap and no web page",
        "/|application/json|{\"error\":1}|is no feed, no sitemap and no web page",
        "/text||plain words|is no feed, no sitemap and no web page",
        "/empty|text/html|''|answers with an empty document",
        "/|text/html|' '|answers with an empty document",
      })
  void nothingElseLeadsToTheUsualPlaces(String path, String type, String body, String why) {
    if (type == null) {
      site.put(path, body);
    } else {
      site.put(path, body, "Content-Type", type);
    }
    site.put("/atom.xml", Site.rss());

    assertThatExceptionOfType(NothingFoundException.class)
        .isThrownBy(() -> probe.probe(site.url(path)))
        .withMessageStartingWith(site.url(path) + " " + why)
        .withMessageMatching(".*\\. (Give|Check) .*");
    assertThat(site.requests()).doesNotContain("/feed", "/atom.xml");
  }

  @Test
  void aMissingPageThatLeadsHomeIsNotTheHomePage() {
    site.put(302, "/old/feed", "", "Location", "/");
    site.put("/", PAGE, "Content-Type", "text/html");
    site.put("/atom.xml", Site.rss());

    assertThatExceptionOfType(NothingFoundException.class)
        .isThrownBy(() -> probe.probe(site.url("/old/feed")));
  }

  @Test
  void saysOfAHomePageWhatWasTried() {
    site.put("/", PAGE);

    assertThatExceptionOfType(NothingFoundException.class)
        .isThrownBy(() -> probe.probe(site.url("/")))
        .withMessageContainingAll("names no feed", "/feed, /rss, ", "--kind page");
  }

  @Test
  void saysWhereNoNamedFeedCanBeRead() {
    site.put("/", NAMING);
    site.put("/atom.xml", Site.rss());

    assertThatExceptionOfType(NothingFoundException.class)
        .isThrownBy(() -> probe.probe(site.url("/")))
        .withMessageContainingAll("names feeds", site.url("/gone.xml"));
  }

  @Test
  void anErrorNamesTheAddressOnce() {
    site.put(500, "/500", "");

    assertThatExceptionOfType(NothingFoundException.class)
        .isThrownBy(() -> probe.probe(site.url("/500")))
        .satisfies(e -> assertThat(e.getMessage().split("/500 ", -1)).hasSize(2));
  }
}
