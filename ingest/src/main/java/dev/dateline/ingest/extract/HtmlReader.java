package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.Markup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads a web page: what it says of itself (JSON-LD, microdata, OpenGraph, meta elements) and its
 * main text.
 */
final class HtmlReader {

  /** What a browser's translator wrote into a page that was saved with it, its own h1 among it. */
  private static final String TRANSLATOR = "body .skiptranslate, #goog-gt-tt";

  private HtmlReader() {}

  /**
   * @param address where the page was fetched from, where that is known
   * @return the article; empty where the page has no main text
   */
  static Optional<ExtractedArticle> read(String html, @Nullable String address) {
    Document page = Markup.parse(html);
    page.select("rt, rp").remove(); // how ideographs are read, which would stand among them
    page.select(TRANSLATOR).remove();
    ArticleDraft draft = new ArticleDraft();
    PageMeta meta = new PageMeta(page);
    List<String> own = meta.addresses(Markup.base(page, address));
    JsonLd linked = JsonLd.of(page, identities(own, address), meta.headlines());
    draft.url(address(own, linked.urls(), address));
    draft.title(meta.heading(linked.headline()));
    linked.describe(draft, meta);
    Microdata.describe(page, draft);
    if (draft.title() == null && !meta.showsTitle()) {
      String headless = MainText.of(page.clone(), null, linked.body());
      Headline.unmarked(headless)
          .or(() -> HeadingOverText.of(page, headless))
          .filter(meta::givesWayTo)
          .ifPresent(draft::title);
    }
    meta.describe(draft);
    draft.publishedAs(stated -> PageOffset.shown(stated, page, draft.url()));
    draft.rights(meta.rights(linked.isFree()));
    String text = MainText.of(page, draft.title(), linked.body());
    if (!draft.hasAuthors()) {
      Signature.of(page, text).ifPresent(draft::author);
    }
    return draft.prose(text).build();
  }

  private static @Nullable String address(
      List<String> own, List<String> linked, @Nullable String found) {
    List<String> addresses =
        Stream.of(own.stream(), linked.stream(), Stream.ofNullable(found))
            .flatMap(all -> all)
            .flatMap(address -> CanonicalUrl.of(address).stream())
            .toList();
    // A file that names its site alone is one of many: their home page is the address of none.
    return PageAddress.of(addresses)
        .filter(address -> found != null || !PageAddress.isHome(address))
        .orElse(null);
  }

  /** What an article has to be called to be that of the page. */
  private static Set<String> identities(List<String> own, @Nullable String found) {
    return Stream.concat(own.stream(), CanonicalUrl.of(found).stream())
        .filter(address -> !PageAddress.isHome(address))
        .map(CanonicalUrl::identity)
        .collect(Collectors.toSet());
  }
}
