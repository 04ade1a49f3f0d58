package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.ingest.text.CanonicalUrl;
import java.util.OptionalInt;

/**
 * Gives articles their stable ids: 26 characters of base 32 (RFC 4648, lower case), 130 bits of a
 * SHA-256 over what identifies the article.
 */
public final class ArticleIds {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 26;

  private ArticleIds() {}

  /**
   * The id from the canonical URL; else from the source and the publisher's identifier; else from
   * the source and the place in it.
   *
   * @param location path relative to the source, or URL
   * @param item position in a container, where the article came out of one
   */
  public static String of(
      String sourceId, ExtractedArticle article, String location, OptionalInt item) {
    String url = article.url();
    if (url != null) {
      return ofUrl(url);
    }
    String guid = article.guid() != null ? article.guid() : article.givenId();
    if (guid != null) {
      return ofGuid(sourceId, guid);
    }
    return ofPlace(sourceId, item.isPresent() ? location + "\n" + item.getAsInt() : location);
  }

  /** The id from a canonical URL. */
  public static String ofUrl(String url) {
    return hash("url\n" + CanonicalUrl.identity(url));
  }

  /** The id from a publisher's identifier, which counts within its source. */
  public static String ofGuid(String sourceId, String guid) {
    return hash("guid\n" + sourceId + "\n" + guid);
  }

  /** The id from a place in a source. */
  public static String ofPlace(String sourceId, String place) {
    return hash("path\n" + sourceId + "\n" + place);
  }

  /** Whether the id of this article does not depend on where it was found. */
  public static boolean isPortable(ExtractedArticle article) {
    return article.url() != null || article.guid() != null || article.givenId() != null;
  }

  private static String hash(String identity) {
    byte[] digest = Sha256.of(identity.getBytes(UTF_8));
    StringBuilder id = new StringBuilder(LENGTH);
    int bits = 0;
    int buffer = 0;
    for (int i = 0; id.length() < LENGTH; ) {
      if (bits < 5) {
        buffer = buffer << 8 | digest[i++] & 0xFF;
        bits += 8;
      }
      bits -= 5;
      id.append(ALPHABET.charAt(buffer >> bits & 31));
      buffer &= (1 << bits) - 1;
    }
    return id.toString();
  }
}
