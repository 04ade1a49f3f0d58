package dev.dateline.enrich.knowledge;

import java.util.Optional;

/**
 * The 17 top-level subjects of the IPTC Media Topics, in the order of their codes.
 *
 * @see <a href="https://iptc.org/standards/media-topics/">IPTC Media Topics</a>
 */
public enum Subject {
  ARTS("arts"),
  CRIME("crime"),
  DISASTER("disaster"),
  ECONOMY("economy"),
  EDUCATION("education"),
  ENVIRONMENT("environment"),
  HEALTH("health"),
  HUMAN_INTEREST("human-interest"),
  LABOUR("labour"),
  LIFESTYLE("lifestyle"),
  POLITICS("politics"),
  RELIGION("religion"),
  SCIENCE("science"),
  SOCIETY("society"),
  SPORT("sport"),
  CONFLICT("conflict"),
  WEATHER("weather");

  private final String slug;
  private final String code;

  Subject(String slug) {
    this.slug = slug;
    this.code = String.format(java.util.Locale.ROOT, "medtop:%02d000000", ordinal() + 1);
  }

  /** Short name for topic names and arguments, such as {@code human-interest}. */
  public String slug() {
    return slug;
  }

  /** IPTC code such as {@code medtop:08000000}. */
  public String code() {
    return code;
  }

  /** The subject of a top-level IPTC code. */
  public static Optional<Subject> ofCode(String code) {
    for (Subject subject : values()) {
      if (subject.code.equals(code)) {
        return Optional.of(subject);
      }
    }
    return Optional.empty();
  }

  /** The subject of a slug. */
  public static Optional<Subject> ofSlug(String slug) {
    for (Subject subject : values()) {
      if (subject.slug.equals(slug)) {
        return Optional.of(subject);
      }
    }
    return Optional.empty();
  }
}
