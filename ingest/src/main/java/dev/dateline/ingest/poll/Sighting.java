package dev.dateline.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.ingest.extract.ExtractedArticle;
import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Sha256;
import dev.dateline.ingest.text.CanonicalUrl;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item as a document shows it now, with what it is recognised by.
 *
 * @param item the article that the document gives of it
 * @param address where its page is; also set where it is no identity
 * @param guid hash of the publisher's identifier; null where it has none of its own
 * @param url identity of its address; null where it has none of its own
 * @param content hash of title, summary and text
 * @param telling whether its words are enough to recognise it by them alone
 * @param shape {@link SimHash} of the same
 */
record Sighting(
    Extracted item,
    @Nullable String address,
    @Nullable String guid,
    @Nullable String url,
    String content,
    boolean telling,
    long shape) {

  /** Less text than this is no proof that two items are one. */
  private static final int TELLING = 60;

  /**
   * @param address where the page of the item is
   * @param ownGuid whether no other item of the document has this identifier
   * @param ownUrl whether no other item of the document has this address
   */
  static Sighting of(Extracted item, @Nullable String address, boolean ownGuid, boolean ownUrl) {
    ExtractedArticle article = item.article();
    String words = article.title() + "\n" + article.summary() + "\n" + article.text();
    String guid = article.guid();
    String url = article.url();
    return new Sighting(
        item,
        address,
        guid == null || !ownGuid ? null : hash(guid),
        url == null || !ownUrl ? null : CanonicalUrl.identity(url),
        hash(words),
        words.length() >= TELLING,
        SimHash.of(words));
  }

  /**
   * An article of which little more than its address is known: it has changed when its address is
   * said to have.
   */
  static Sighting ofAddress(Extracted item, @Nullable Instant modified) {
    String url = String.valueOf(item.article().url());
    String content = hash(url + "\n" + item.article().title() + "\n" + modified);
    return new Sighting(
        item,
        url,
        null,
        CanonicalUrl.identity(url),
        content,
        true,
        SimHash.of(item.article().title()));
  }

  ExtractedArticle article() {
    return item.article();
  }

  @Nullable Instant publishedAt() {
    return article().publishedAt();
  }

  static String hash(String value) {
    return Sha256.hex(value.getBytes(UTF_8)).substring(0, 32);
  }
}
