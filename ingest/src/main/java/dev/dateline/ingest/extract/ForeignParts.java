package dev.dateline.ingest.extract;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Knows what others put into a page, by the names that their scripts give it everywhere: the
 * banners of consent managers, and the comments of readers. Unlike {@link Boilerplate}'s words
 * these names leave no doubt, so they count also where such a part is longer than the article.
 */
final class ForeignParts {

  /** Ids of consent managers, by maker, and of comments. */
  private static final Set<String> IDS =
      Set.of(
          "onetrust-consent-sdk", // OneTrust
          "onetrust-banner-sdk",
          "onetrust-pc-sdk",
          "CybotCookiebotDialog", // Cookiebot
          "didomi-host", // Didomi
          "didomi-notice",
          "didomi-popup",
          "qc-cmp2-container", // Quantcast
          "qc-cmp2-main",
          "qc-cmp2-ui",
          "usercentrics-root", // Usercentrics
          "usercentrics-cmp-ui",
          "truste-consent-track", // TrustArc
          "truste-consent-content",
          "cmpbox", // consentmanager
          "cmpwrapper",
          "BorlabsCookieBox", // Borlabs
          "cookie-law-info-bar", // CookieYes
          "cmplz-cookiebanner-container", // Complianz
          "iubenda-cs-banner", // iubenda
          "comments", // WordPress and many others
          "disqus_thread"); // Disqus

  private static final List<String> CLASSES =
      List.of(
          "qc-cmp2-container", "qc-cmp-ui-container", "cky-consent-container", "fc-consent-root");

  /** Sourcepoint numbers its messages. */
  private static final String SOURCEPOINT = "sp_message_container_";

  private ForeignParts() {}

  /** Whether an element is such a part; not where the headline of a page stands in it. */
  static boolean is(Element element) {
    String id = element.id();
    return (!id.isEmpty() && (IDS.contains(id) || id.startsWith(SOURCEPOINT))
            || CLASSES.stream().anyMatch(element::hasClass))
        && element.selectFirst("h1") == null;
  }
}
