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
          "amp-ad",
          "amp-consent",
          "amp-embed",
          "amp-sidebar",
          "amp-social-share",
          "amp-sticky-ad",
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
          "affiliate",
          "author",
          "authorbox",
          "authors",
          "autor",
          "autoren",
          "banner",
          "bio",
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
          "meta",
          "metadata",
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
          "popmake",
          "popup",
          "postmeta",
          "postmetadata",
          "print",
          "promo",
          "promotion",
          "recirc",
          "recommended",
          "related",
          "recirculation",
          "recommendations",
          "share",
          "sharebar",
          "sharing",
          "sidebar",
          "signup",
          "skip",
          "sociable",
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

  /** Words before those above that say what stands elsewhere, or who built the page. */
  private static final Set<String> HARMLESS =
      Set.of("has", "with", "no", "without", "hide", "elementor");

  private static final Set<String> KEPT = Set.of("html", "body", "main", "article", "h1");

  private Boilerplate() {}

  /** Whether an element, with all below it, is furniture for certain. */
  static boolean is(Element element) {
    return ELEMENTS.contains(element.normalName())
        || element.hasAttr("hidden")
        || isHidden(element.attr("style"))
        || ForeignParts.is(element);
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

  /** Words such as {@code relatedposts} and {@code entryfooter}. */
  private static boolean isCompound(String word) {
    return word.startsWith("related")
        || word.startsWith("newsletter")
        || word.endsWith("footer")
        || word.endsWith("sidebar");
  }

  /** Splits names such as {@code article-shareBar} into words. */
  private static boolean hasWord(String names) {
    int length = Math.min(names.length(), 500);
    int start = 0;
    String before = "";
    for (int i = 0; i <= length; i++) {
      boolean end = i == length || !Character.isLetter(names.charAt(i));
      boolean hump =
          !end
              && i > start
              && Character.isUpperCase(names.charAt(i))
              && Character.isLowerCase(names.charAt(i - 1));
      if (end || hump) {
        String word = names.substring(start, i).toLowerCase(Locale.ROOT);
        if ((WORDS.contains(word) || isCompound(word)) && !HARMLESS.contains(before)) {
          return true;
        }
        boolean newName = end && i < length && Character.isWhitespace(names.charAt(i));
        before = newName ? "" : word.isEmpty() ? before : word;
        start = end ? i + 1 : i;
      }
    }
    return false;
  }
}
