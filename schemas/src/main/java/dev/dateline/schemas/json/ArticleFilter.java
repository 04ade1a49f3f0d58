package dev.dateline.schemas.json;

import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.Topic;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which events a reader wants. An empty list asks for nothing; where several are given for one kind
 * of tag, one of them suffices; the kinds must all hold. Case never matters.
 *
 * @param languages BCP 47 tags; {@code zh} takes {@code zh-Hant} as well
 * @param topics codes ({@code medtop:11000000} or {@code 11000000}), slugs ({@code
 *     politics-and-government}) or how a name begins ({@code politics})
 * @param entities ids ({@code wikidata:Q148}) or names, in the article's language or English
 */
public record ArticleFilter(List<String> languages, List<String> topics, List<String> entities)
    implements Predicate<EnrichedArticle> {

  /** Takes every event. */
  public static final ArticleFilter ALL = new ArticleFilter(List.of(), List.of(), List.of());

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}:]+");

  public ArticleFilter {
    languages = languages.stream().filter(s -> !s.isBlank()).map(ArticleFilter::fold).toList();
    topics = topics.stream().filter(s -> !s.isBlank()).map(ArticleFilter::slug).toList();
    entities = entities.stream().filter(s -> !s.isBlank()).map(ArticleFilter::fold).toList();
  }

  @Override
  public boolean test(EnrichedArticle event) {
    return holdsLanguage(ArticleJson.language(event))
        && (topics.isEmpty() || event.getTopics().stream().anyMatch(this::holdsTopic))
        && (entities.isEmpty() || event.getEntities().stream().anyMatch(this::holdsEntity));
  }

  private boolean holdsLanguage(@Nullable String language) {
    if (languages.isEmpty()) {
      return true;
    }
    if (language == null) {
      return false;
    }
    String tag = fold(language);
    return languages.stream().anyMatch(w -> tag.equals(w) || tag.startsWith(w + "-"));
  }

  private boolean holdsTopic(Topic topic) {
    String code = slug(topic.getCode());
    String name = slug(topic.getName());
    return topics.stream()
        .filter(wanted -> !wanted.isEmpty())
        .anyMatch(w -> code.equals(w) || code.endsWith(":" + w) || name.startsWith(w));
  }

  private boolean holdsEntity(Entity entity) {
    return entities.stream()
        .anyMatch(
            wanted ->
                same(wanted, entity.getId())
                    || same(wanted, entity.getName())
                    || same(wanted, entity.getEnglishName()));
  }

  private static boolean same(String wanted, @Nullable String value) {
    return value != null && fold(value).equals(wanted);
  }

  /** Lower case, words joined by dashes: {@code Politics and government} has its slug so. */
  public static String slug(String text) {
    return NO_LETTERS.matcher(fold(text)).replaceAll("-").replaceAll("^-|-$", "");
  }

  /** How names and tags are compared: composed, stripped, in lower case. */
  public static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }
}
