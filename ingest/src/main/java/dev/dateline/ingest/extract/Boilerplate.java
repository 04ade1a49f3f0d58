package dev.dateline.ingest.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Knows what of a page is not the article: by element, by role, by the words of its classes. */
final class Boilerplate {

  /** Elements that never hold main text. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "embed",
          "canvas",
          "button",
          "select",
          "input",
          "textarea",
          "label",
          "nav",
          "footer",
          "aside",
          "dialog",
          "menu",
          "audio",
          "video",
          "figcaption",
          "figure",
          "head");

  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "banner",
          "contentinfo",
          "complementary",
          "dialog",
          "alertdialog",
          "search",
          "menu",
          "menubar",
          "toolbar",
          "tablist",
          "form");

  /** Words that a class or an id of furniture is made of. */
  private static final Set<String> WORDS =
      Set.of(
          "ad",
          "ads",
          "advert",
          "advertisement",
          "advertising",
          "banner",
          "breadcrumb",
          "breadcrumbs",
          "byline",
          "caption",
          "comment",
          "comments",
          "consent",
          "cookie",
          "cookies",
          "copyright",
          "disqus",
          "dropdown",
          "footer",
          "gdpr",
          "login",
          "masthead",
          "menu",
          "modal",
          "nav",
          "navbar",
          "navigation",
          "newsletter",
          "outbrain",
          "overlay",
          "pager",
          "pagination",
          "paywall",
          "popup",
          "print",
          "promo",
          "promotion",
          "recirc",
          "recommended",
          "related",
          "recommendations",
          "share",
          "sharebar",
          "sharing",
          "sidebar",
          "signup",
          "skip",
          "social",
          "sponsor",
          "sponsored",
          "subscribe",
          "subscription",
          "taboola",
          "tags",
          "teaser",
          "teasers",
          "toolbar",
          "tooltip",
          "trending",
          "widget",
          "widgets");

  private static final Set<String> KEPT = Set.of("html", "body", "main", "article", "p", "h1");

  private Boilerplate() {}

  /** Whether an element, with all below it, is furniture for certain. */
  static boolean is(Element element) {
    return ELEMENTS.contains(element.normalName())
        || element.hasAttr("hidden")
        || isHidden(element.attr("style"));
  }

  /** Whether an element looks like furniture, by its role and its names. */
  static boolean isSuspect(Element element) {
    String name = element.normalName();
    if (KEPT.contains(name)) {
      return false;
    }
    if (name.equals("form") || name.equals("header") && element.closest("article") == null) {
      return true;
    }
    return element.attr("aria-hidden").equals("true")
        || ROLES.contains(element.attr("role"))
        || hasWord(element.className())
        || hasWord(element.id());
  }

  private static boolean isHidden(String style) {
    if (style.isEmpty() || style.length() > 2_000) {
      return false;
    }
    String rules = style.toLowerCase(Locale.ROOT).replace(" ", "");
    return rules.contains("display:none") || rules.contains("visibility:hidden");
  }

  /** Splits names such as {@code article-shareBar} into words. */
  private static boolean hasWord(String names) {
    int length = Math.min(names.length(), 500);
    int start = 0;
    for (int i = 0; i <= length; i++) {
      boolean end = i == length || !Character.isLetter(names.charAt(i));
      boolean hump =
          !end
              && i > start
              && Character.isUpperCase(names.charAt(i))
              && Character.isLowerCase(names.charAt(i - 1));
      if (end || hump) {
        if (i > start && WORDS.contains(names.substring(start, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        start = end ? i + 1 : i;
      }
    }
    return false;
  }
}
