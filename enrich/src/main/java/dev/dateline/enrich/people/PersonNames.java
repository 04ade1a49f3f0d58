package dev.dateline.enrich.people;

import com.ibm.icu.text.Normalizer2;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.EntityType;
import dev.dateline.schemas.PersonSighting;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the persons in an article whom nobody knows yet. */
public final class PersonNames {

  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final int SHORTEST = 5;
  private static final int LONGEST = 60;

  /** A name that the tagger is less sure of may be none. */
  private static final double SURE = 0.5;

  private PersonNames() {}

  /** A sighting for each person without an id whose name has at least two parts. */
  public static List<PersonSighting> unknown(EnrichedArticle event) {
    String language = event.getLanguage() == null ? "und" : event.getLanguage().getTag();
    String publisher = publisher(event.getArticle());
    return event.getEntities().stream()
        .filter(PersonNames::isUnknownPerson)
        .map(Entity::getName)
        .distinct()
        .map(name -> new PersonSighting(name, language, publisher, event.getId()))
        .toList();
  }

  private static boolean isUnknownPerson(Entity entity) {
    String name = entity.getName();
    return entity.getType() == EntityType.PERSON
        && entity.getId() == null
        && entity.getScore() >= SURE
        && name.length() >= SHORTEST
        && name.length() <= LONGEST
        && hasTwoParts(name)
        && name.chars().noneMatch(Character::isDigit);
  }

  private static boolean hasTwoParts(String name) {
    return name.strip().chars().anyMatch(c -> c == ' ' || c == '\u00B7' || c == '\u30FB');
  }

  /** What two spellings of one name have in common. */
  public static String key(String name) {
    return FOLD.normalize(name).strip().replaceAll("\\s+", " ");
  }

  /** Articles that one publisher lets through several sources are of one publisher. */
  private static String publisher(Article article) {
    String host = host(article.getUrl());
    return host != null
        ? host
        : Objects.requireNonNullElse(article.getSource().getName(), article.getSource().getId());
  }

  private static @Nullable String host(@Nullable String url) {
    try {
      String host = url == null ? null : URI.create(url).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
