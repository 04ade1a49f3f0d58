package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.text.Markup;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHeadingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>The Boat</h1><h2>Town buys old mill by the river</h2>",
        "<h1 class='logo'>News of the coast</h1><h2>Town buys old mill by the river</h2><h2>Other news</h2>",
        "<h1><a href='/'>All the news</a></h1><h3 class=t>Town buys old mill by the river</h3>",
        "<h1><span class='kicker'>River</span> Town buys old mill by the river</h1>",
        "<h1><small>Work</small> <span>Town buys old mill by the river</span></h1>",
        "<h1><span>Work</span><span class='invisible'>: </span><span>Town buys old mill by the river</span></h1>",
        "<h1>03.05.2026 - Town buys old mill by the river</h1>",
        "<nav><h1>News of the coast</h1></nav><h2>Town buys old mill by the river</h2>",
        "<h2>Town buys old mill</h2><h2>Town buys old mill by the river</h2>",
        "<div class='comments'><h2>Town buys old mill by the river !</h2></div>"
            + "<h1>Town buys old mill by the river</h1>",
      })
  void findsTheHeadingThatTheTitlesTell(String body) {
    assertThat(of(body, "Town buys old mill by the river - The Boat"))
        .isEqualTo("Town buys old mill by the river");
  }

  @Test
  void believesWhatIsShownRatherThanWhatIsWrittenForSearchEngines() {
    assertThat(
            of(
                "<h1>A mill for the town at last</h1><h2>More of this</h2>",
                "Old mill bought: what you must know",
                "Mill, town, river"))
        .isEqualTo("A mill for the town at last");
  }

  @Test
  void believesAHeadingThatIsCalledTheHeadline() {
    String title = "Old mill bought: town pays a million";

    assertThat(of("<h2 class='article-headline'>Town buys the old mill at last</h2>", title))
        .isEqualTo("Town buys the old mill at last");
    assertThat(of("<h2 class='box'>Town buys the old mill at last</h2>", title)).isNull();
  }

  @Test
  void believesTheLastStepOfAPathThatSaysATitle() {
    String path = "<nav><ol><li>Coast</li><li><h1>Town buys old mill</h1></li></ol></nav>";

    assertThat(of(path + "<h2>What it costs</h2>", "Town buys old mill"))
        .isEqualTo("Town buys old mill");
    assertThat(of(path + "<h2>What it costs</h2>", "Boats and mills")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='breadcrumbs'>Coast &gt; <h1>Mill bought by the town</h1></div>",
        "<ol aria-label='Breadcrumb'><li>Coast</li><li><h1>Mill bought by the town</h1></li></ol>",
        "<ul itemtype='https://schema.org/BreadcrumbList'><li><h1>Mill bought by the town</h1></ul>",
      })
  void believesTheHeadlineOverTheArticleRatherThanTheLastStepOfThePath(String path) {
    String body = path + "<h2 class='article-headline'>Town buys the old mill at last</h2>";
    String title = "Mill bought by the town";

    assertThat(of(body, title)).isEqualTo("Town buys the old mill at last");
    assertThat(stated(body, title, title)).isEqualTo(title);
    assertThat(of(path + "<h2>Weather</h2>", title)).isEqualTo(title);
  }

  @Test
  void believesTheOnlyHeadingThatIsMarkedAsTheHeadline() {
    String marked = "<h2 itemprop='headline'>Town buys the old mill at last</h2>";

    assertThat(of(marked + "<h2>Weather</h2>", "Mills"))
        .isEqualTo("Town buys the old mill at last");
    assertThat(of(marked + "<h2 itemprop='headline'>Rates rise</h2>", "Mills")).isNull();
  }

  @Test
  void passesOverAHeadingThatOnlyAnnouncesTheHeadline() {
    assertThat(of("<h2>The old mill of the town:</h2>", "The old mill of the town: sold at last"))
        .isNull();
  }

  @Test
  void passesOverAFirstHeadingThatIsCalledAKicker() {
    String body =
        "<h1 class='strapline'>River news today again</h1><h2>Town buys old mill at last</h2>";
    String title = "Town buys old mill at last - River news today again";

    assertThat(of(body, title)).isEqualTo("Town buys old mill at last");
    assertThat(of(body.replace("strapline", "large"), title)).isEqualTo("River news today again");
  }

  @Test
  void passesOverTheHeadingsOfAListOfArticles() {
    String item = "<h3 class='entry-title'><a href='/a'>Town buys old mill</a></h3>";
    String body = "<h1>Town buys old mill by the river</h1>";

    assertThat(of(body + item + item + item, "Town buys old mill - News of all the coast"))
        .isEqualTo("Town buys old mill by the river");
    assertThat(of(body + item, "Town buys old mill - News of all the coast"))
        .isEqualTo("Town buys old mill");
  }

  @Test
  void believesWhatIsStyledAsAFirstHeading() {
    String body = "<div class='page-h1'><span class='highline'>Coast</span> Town buys a mill</div>";

    assertThat(of(body, "A mill is what the town buys")).isEqualTo("Town buys a mill");
    assertThat(of(body.replace("page-h1", "box"), "A mill is what the town buys")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='hentry'><h3 class='post-title'>Town buys old mill</h3></div>",
        "<div itemtype='http://schema.org/BlogPosting'><h3>Town buys old mill</h3></div>",
      })
  void findsTheHeadlineOfTheOnlyArticleWhateverIsAroundIt(String article) {
    String widget = "<div class='widget'>" + article + "</div>";

    assertThat(of(widget, "Town buys old mill")).isEqualTo("Town buys old mill");
    assertThat(of(widget.replace(article, article + article), "Town buys old mill")).isNull();
    assertThat(of("<div class='widget'><h3>Town buys old mill</h3></div>", "Town buys old mill"))
        .isNull();
  }

  @Test
  void findsAHeadlineThatIsNoHeading() {
    String body = "<p>The Boat</p><p>Town buys old mill</p><div><b>Town buys old mill</b></div>";

    assertThat(PageHeading.unmarked(Markup.parse(body), "The Boat - Town buys old mill - News"))
        .contains("Town buys old mill");
    assertThat(
            PageHeading.unmarked(
                Markup.parse("<a>News</a><p>: Town buys old mill</p>"),
                "Town buys old mill - News"))
        .contains("Town buys old mill");
    assertThat(PageHeading.unmarked(Markup.parse(body), "Town buys old mill")).isEmpty();
    assertThat(PageHeading.unmarked(Markup.parse("<p>x"), "Town buys old mill - News")).isEmpty();
  }

  @Test
  void findsNoneWhereNoHeadingIsLikeATitle() {
    assertThat(of("<h2>Weather</h2><h2>Sport</h2>", "Town buys old mill - The Boat")).isNull();
  }

  private static @Nullable String of(String body, String... titles) {
    return stated(body, null, titles);
  }

  private static @Nullable String stated(String body, @Nullable String stated, String... titles) {
    return PageHeading.of(Markup.parse(body), stated, List.of(titles), "The Boat").orElse(null);
  }
}
