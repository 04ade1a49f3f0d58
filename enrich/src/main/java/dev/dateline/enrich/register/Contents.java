package dev.dateline.enrich.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.schemas.Article;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of what an observation says. White space and Unicode composition do not count, nor do the
 * fields that tell how it was observed: source, provenance, times of update and observation.
 *
 * @param fieldHashes hash of each content field, by its name in {@link Article}, in a fixed order
 */
record Contents(Map<String, String> fieldHashes) {

  /** The fields that make an article the same one wherever it is read. */
  private static final List<String> ESSENCE = List.of("title", "text");

  private static final Map<String, Function<Article, @Nullable String>> FIELDS = fields();
  private static final int HASH_BYTES = 12;

  Contents {
    fieldHashes = Collections.unmodifiableMap(new LinkedHashMap<>(fieldHashes));
  }

  private static Map<String, Function<Article, @Nullable String>> fields() {
    Map<String, Function<Article, @Nullable String>> fields = new LinkedHashMap<>();
    fields.put("title", Article::getTitle);
    fields.put("text", Article::getText);
    fields.put("summary", Article::getSummary);
    fields.put("url", Article::getUrl);
    fields.put("authors", article -> String.join("\n", article.getAuthors()));
    fields.put("categories", article -> String.join("\n", article.getCategories()));
    fields.put("image", Article::getImage);
    fields.put("language", Article::getLanguage);
    fields.put("publishedAt", article -> Objects.toString(article.getPublishedAt(), null));
    return fields;
  }

  static Contents of(Article article) {
    Map<String, String> hashes = new LinkedHashMap<>();
    FIELDS.forEach((name, field) -> hashes.put(name, hash(normalized(field.apply(article)))));
    return new Contents(hashes);
  }

  /** One text for all of it: {@code <hash of the essence>.<hash of the other fields>}. */
  String identity() {
    StringBuilder essence = new StringBuilder();
    StringBuilder details = new StringBuilder();
    for (String name : FIELDS.keySet()) {
      (ESSENCE.contains(name) ? essence : details).append(fieldHashes.get(name)).append(' ');
    }
    return hash(essence.toString()) + '.' + hash(details.toString());
  }

  /** Whether two identities have the same title and text. */
  static boolean sameEssence(String identity, String other) {
    return identity.regionMatches(0, other, 0, identity.indexOf('.') + 1);
  }

  /** The names of the fields that differ from the hashes of another content. */
  List<String> differencesFrom(Map<String, String> others) {
    List<String> names = new ArrayList<>();
    fieldHashes.forEach(
        (name, hash) -> {
          if (!hash.equals(others.get(name))) {
            names.add(name);
          }
        });
    return List.copyOf(names);
  }

  private static String normalized(@Nullable String value) {
    if (value == null) {
      return "";
    }
    String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(composed.length());
    boolean gap = false;
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = true;
      } else {
        if (gap && out.length() > 0) {
          out.append(' ');
        }
        gap = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, HASH_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
