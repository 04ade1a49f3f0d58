package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.CleanText;
import dev.dateline.ingest.text.WrittenTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What the head of a page and its first headings say: meta elements, OpenGraph, title, time. */
final class PageMeta {

  private static final int MOST_HEADINGS = 100;
  private static final int SHORTEST_HEADING = 12;

  /** Meta elements that name authors, one each. */
  private static final List<String> AUTHORS =
      List.of(
          "author",
          "article:author",
          "article:author_name",
          "citation_author",
          "dc.creator",
          "dcterms.creator",
          "dc:creator",
          "parsely-author",
          "sailthru.author",
          "og:article:author",
          "shareaholic:article_author_name",
          "byl",
          "byline",
          "cxenseparse:author",
          "creator");

  /** Meta elements that say when the page was published, most telling first. */
  private static final List<String> PUBLISHED =
      List.of(
          "article:published_time",
          "og:published_time",
          "datepublished",
          "dc.date.issued",
          "dcterms.created",
          "pubdate",
          "publishdate",
          "sailthru.date",
          "parsely-pub-date",
          "citation_publication_date",
          "article.published",
          "dc.date.created",
          "og:pubdate",
          "article:published",
          "publication_date",
          "dc.issued",
          "dcterms.issued",
          "publish-date",
          "published_time_telegram",
          "shareaholic:article_published_time");

  /** Meta elements that often say when the page was written anew. */
  private static final List<String> UNSURE = List.of("date", "dc.date", "dcterms.date");

  /** Meta elements that say when it was changed: for want of others, the time it is known from. */
  private static final List<String> CHANGED =
      List.of(
          "article:modified_time",
          "og:updated_time",
          "datemodified",
          "dcterms.modified",
          "dc.date.modified",
          "lastmod",
          "last-modified");

  private static final Pattern TITLE_PARTS = Pattern.compile("\\s+[-–—|·•»:]+\\s+|\\||:\\s");
  private static final int MOST_TITLE_PARTS = 10;

  private static final Pattern WORDING = Pattern.compile("title$|description$");

  private static final Pattern TWICE =
      Pattern.compile(
          "&(?:#\\d{2,6}|#[xX]\\p{XDigit}{2,5}|amp|quot|apos|[lr][sd]quo|[nm]dash|hellip);");

  private static final int LEAST_WORDS_INSTEAD = 3;

  private static final Pattern BRACKETS = Pattern.compile("[\\p{Ps}\\p{Pe}<>＜＞]");

  private static final Pattern HOST = Pattern.compile("(?i)(?:[a-z\\d-]{1,60}\\.){1,4}[a-z]{2,12}");

  private static final Pattern NO_AI = Pattern.compile("(?<!\\w)no(?:image)?ai(?!\\w)");

  private final Document page;
  private final List<String> headings;
  private final List<String> signs;
  private final String title;
  private final @Nullable String sign;
  private final Map<String, String> values = new HashMap<>();

  PageMeta(Document page) {
    this.page = page;
    this.title = title(page);
    this.headings =
        texts(page.select("h1, h2").stream().filter(one -> !HeadingPlace.isOfSite(one)));
    this.signs = texts(page.select("h1, h2").stream().filter(HeadingPlace::isOfSite));
    this.sign = SiteSign.in(title, page).orElse(null);
    for (Element meta : page.select("meta[content]")) {
      for (String attribute : new String[] {"property", "name", "itemprop"}) {
        String name = meta.attr(attribute).toLowerCase(Locale.ROOT).strip();
        String content = meta.attr("content");
        if (!name.isEmpty() && !content.isBlank()) {
          values.putIfAbsent(name, WORDING.matcher(name).find() ? decoded(content) : content);
        }
      }
    }
  }

  private static List<String> texts(Stream<Element> headings) {
    return headings
        .limit(MOST_HEADINGS)
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .toList();
  }

  /** A line that was encoded for markup twice, of which the parser has undone once. */
  private static String decoded(String line) {
    return TWICE.matcher(line).find() ? Parser.unescapeEntities(line, false) : line;
  }

  /** The title element; where something out of place ends the head early, it stands in the body. */
  private static String title(Document page) {
    return page.select("title").stream()
        .filter(one -> one.closest("svg") == null && one.hasText())
        .findFirst()
        .map(Element::text)
        .map(PageMeta::decoded)
        .orElse("");
  }

  /** The addresses that the page gives itself, most telling first, as far as they are absolute. */
  List<String> addresses(@Nullable String base) {
    Element link = page.selectFirst("link[rel~=(?i)^canonical$][href]");
    return Stream.of(link == null ? "" : link.attr("href"), values.getOrDefault("og:url", ""))
        .flatMap(address -> CanonicalUrl.resolve(base, address).stream())
        .toList();
  }

  /** What the page calls itself: its titles and first headings, as {@link #folded}. */
  Set<String> headlines() {
    return Stream.of(
            Stream.of(title, titleWithoutSite()),
            Stream.of("og:title", "twitter:title").map(values::get),
            page.select("h1").stream().limit(MOST_HEADINGS).map(Element::text))
        .flatMap(all -> all)
        .filter(Objects::nonNull)
        .map(PageMeta::folded)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  /** A title as it is compared: on one line, whatever its case. */
  static String folded(@Nullable String title) {
    return title == null ? "" : CleanText.line(title).toLowerCase(Locale.ROOT);
  }

  /** Offers what was found to the draft. */
  void describe(ArticleDraft draft) {
    Element heading = soleHeading();
    draft
        .title(refined(values.get("og:title")))
        .title(heading == null ? null : heading.text())
        .title(refined(values.get("twitter:title")))
        .title(titleWithoutSite())
        .summary(values.get("og:description"))
        .summary(values.get("description"))
        .language(page.select("html[lang]").attr("lang"))
        .language(page.select("html[xml:lang]").attr("xml:lang"))
        .language(values.get("og:locale"))
        .language(values.get("language"))
        .image(values.get("og:image"))
        .image(values.get("twitter:image"))
        .publisher(values.get("og:site_name"))
        .publisher(values.get("application-name"))
        .category(values.get("article:section"));
    date(draft);
    page.select("meta[property=article:tag]").forEach(tag -> draft.category(tag.attr("content")));
    names(draft.title()).forEach(draft::site);
    if (!draft.hasPersonAsAuthor()) {
      draft.byline(Byline.marked(page));
    }
    author(draft);
    draft.byline(Byline.of(page, draft::arePeople));
    draft
        .oneWordAuthor()
        .flatMap(name -> Byline.wholeName(page, name))
        .ifPresent(name -> draft.byline(List.of(name)));
  }

  /** What the site may be called: by itself, and beside the headline in the title of the page. */
  private Stream<String> names(@Nullable String headline) {
    return Stream.of(
            Stream.of("og:site_name", "application-name", "publisher", "dc.publisher", "copyright")
                .map(values::get)
                .filter(Objects::nonNull),
            Stream.of(TITLE_PARTS.split(title, MOST_TITLE_PARTS))
                .filter(part -> !part.equals(headline)),
            Stream.of(page.select("base[href]").attr("href")))
        .flatMap(names -> names)
        .filter(name -> !name.isBlank());
  }

  private void date(ArticleDraft draft) {
    PUBLISHED.forEach(name -> draft.publishedAt(values.get(name), name));
    draft.dating(
        dating -> RivalDates.shown(dating, rivals(), () -> PageDate.shown(page, draft.title())));
    draft.publishedAt(PageDate.machineTime(page, draft.title()).orElse(null), "time");
    if (!draft.hasPublishedAt()) {
      PageDate.marked(page, draft.url(), draft.title()).ifPresent(draft::published);
    }
    UNSURE.forEach(name -> draft.publishedAt(values.get(name), name));
    if (!draft.hasPublishedAt()) {
      PageDate.shown(page, draft.title())
          .or(() -> PageDate.besideOther(page))
          .ifPresent(draft::published);
    }
    CHANGED.forEach(name -> draft.updatedAt(values.get(name)).publishedAt(values.get(name), name));
  }

  /** All that meta elements say of the time of publication. */
  private List<Dating> rivals() {
    return PUBLISHED.stream()
        .flatMap(
            name ->
                Optional.ofNullable(values.get(name)).flatMap(WrittenTime::stated).stream()
                    .map(stated -> new Dating(stated, name)))
        .toList();
  }

  /**
   * The headline that the page shows, where its titles tell which heading that is.
   *
   * @param stated the headline as JSON-LD gives it
   */
  @Nullable String heading(@Nullable String stated) {
    List<String> titles =
        Stream.of(
                stated,
                values.get("og:title"),
                values.get("twitter:title"),
                values.get("title"),
                title)
            .filter(title -> title != null && !title.isBlank())
            .toList();
    return PageHeading.of(page, stated, titles, sign == null ? values.get("og:site_name") : sign)
        .map(heading -> PageTitle.withoutBar(heading, titles))
        .or(() -> soleHeading() == null ? PageHeading.unmarked(page, title) : Optional.empty())
        .orElse(null);
  }

  private void author(ArticleDraft draft) {
    for (String name : AUTHORS) {
      draft.byline(
          page.select("meta[content]").stream()
              .filter(
                  meta ->
                      name.equalsIgnoreCase(meta.attr("name").strip())
                          || name.equalsIgnoreCase(meta.attr("property").strip()))
              .map(meta -> meta.attr("content"))
              .filter(value -> !value.startsWith("http"))
              .flatMap(value -> AuthorLine.name(value).stream())
              .flatMap(value -> AuthorLine.split(value).stream())
              .toList());
    }
    if (!draft.hasPersonAsAuthor()) {
      draft.byline(Stream.ofNullable(ofCard()).toList());
    }
  }

  /**
   * What the page says of its use.
   *
   * @param free as JSON-LD says it
   */
  PageRights rights(@Nullable Boolean free) {
    String robots = values.getOrDefault("robots", "").toLowerCase(Locale.ROOT);
    String tier = values.getOrDefault("article:content_tier", "").toLowerCase(Locale.ROOT);
    Boolean stated = tier.equals("free") ? Boolean.TRUE : tier.equals("locked") ? false : null;
    return new PageRights(
        values.getOrDefault("tdm-reservation", "").strip().equals("1"),
        CanonicalUrl.of(values.get("tdm-policy")).orElse(null),
        NO_AI.matcher(robots).find(),
        free == null ? stated : free);
  }

  /** The author of the card that content systems write for Twitter: a label and its value. */
  private @Nullable String ofCard() {
    String label = values.getOrDefault("twitter:label1", "");
    return label.matches(
            "(?i)written by|posted by|verfasst von|geschrieben von|escrito por|écrit par")
        ? values.get("twitter:data1")
        : null;
  }

  /** What the page calls its site, and the headings that are its sign. */
  private List<String> siteNames() {
    return Stream.concat(Stream.ofNullable(values.get("og:site_name")), signs.stream()).toList();
  }

  /** Whether a part of what metadata give as the title, the site's name apart, is to be read. */
  boolean showsTitle() {
    String shown = folded(page.body().text());
    return Stream.concat(statedTitles(), Stream.ofNullable(titleWithoutSite()))
        .flatMap(title -> Stream.of(BRACKETS.split(title, MOST_TITLE_PARTS)))
        .map(PageMeta::folded)
        .anyMatch(part -> isOwn(part) && shown.contains(part));
  }

  /** Whether a heading says enough to stand for a title that others are to show. */
  boolean givesWayTo(String heading) {
    return heading.split(" ").length >= LEAST_WORDS_INSTEAD
        || statedTitles().map(PageMeta::folded).noneMatch(this::isOwn);
  }

  private Stream<String> statedTitles() {
    return Stream.of("og:title", "twitter:title")
        .map(values::get)
        .filter(Objects::nonNull)
        .map(this::refined);
  }

  private boolean isOwn(String title) {
    return !title.isEmpty()
        && !HOST.matcher(title).matches()
        && siteNames().stream().map(PageMeta::folded).noneMatch(site -> site.contains(title));
  }

  /** The first h1 in the main part of the page, or the only one. */
  private @Nullable Element soleHeading() {
    Element inMain = page.selectFirst("article h1, main h1, [role=main] h1");
    Element sole = page.select("h1").size() == 1 ? page.selectFirst("h1") : null;
    Element first = inMain != null && inMain.hasText() ? inMain : sole;
    return first == null
            || HeadingPlace.isOfSite(first)
            || first.text().strip().equalsIgnoreCase(sign)
        ? null
        : first;
  }

  /** The title element, less the site's name that stands after a bar or dash. */
  private @Nullable String titleWithoutSite() {
    String refined = refined(title);
    return refined == null || refined.isBlank() ? null : PageTitle.guess(refined);
  }

  /** A title without the name of the site, a kicker or what else was put around the heading. */
  @Nullable String refined(@Nullable String title) {
    if (title == null) {
      return null;
    }
    Element heading = soleHeading();
    String shown = heading == null ? "" : CleanText.line(heading.text());
    return shown.length() >= SHORTEST_HEADING && title.contains(shown)
        ? shown
        : PageTitle.of(CleanText.line(title), headings, siteNames());
  }
}
