package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.CleanText;
import dev.dateline.ingest.text.LanguageTag;
import dev.dateline.ingest.text.StatedTime;
import dev.dateline.ingest.text.WrittenTime;
import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a reader finds. Evidence is offered in the order of trust: the first usable value
 * of a field stays, blank and unusable ones are passed over, and all are bounded.
 */
final class ArticleDraft {

  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_SUMMARY = 10_000;
  private static final int MOST_VALUES = 100;

  private static final Pattern IMPERSONAL =
      Pattern.compile(
          "^(?:.*admin.*|.*\\bredaktion|(?:the )?editors?|.*\\beditorial\\b.*|no author|/.*|.*\\bwww\\..*|.*\\b(?:e\\. ?v|gmbh|ag|inc|llc|ltd|stiftung|verlag|verband)\\.?|.*\\.(?:de|com|org|net|at|ch|eu))$");

  /** All but the first letters of words. */
  private static final Pattern INITIALS = Pattern.compile("(?<=[\\p{L}\\p{N}])[\\p{L}\\p{N}]+|\\s");

  private static final Pattern ARTICLE =
      Pattern.compile("(?i)^(?:the|der|die|das|le|la|les|el|il|de|het)\\s+");

  private @Nullable String url;
  private @Nullable String guid;
  private @Nullable String givenId;
  private @Nullable String title;
  private String text = "";
  private boolean literal;
  private @Nullable String summary;
  private @Nullable String language;
  private Set<String> authors = new LinkedHashSet<>();
  private Set<String> categories = new LinkedHashSet<>();
  private @Nullable String image;
  private @Nullable Dating dating;
  private @Nullable Instant updatedAt;
  private @Nullable String publisher;
  private final Set<String> sites = new HashSet<>();
  private boolean withdrawn;
  private PageRights rights = PageRights.UNSTATED;

  ArticleDraft url(@Nullable String value) {
    if (url == null) {
      url = CanonicalUrl.of(value).orElse(null);
    }
    return this;
  }

  @Nullable String url() {
    return url;
  }

  ArticleDraft guid(@Nullable String value) {
    guid = guid == null ? line(value, LONGEST_LINE) : guid;
    return this;
  }

  ArticleDraft givenId(@Nullable String value) {
    if (givenId == null && value != null && !value.isEmpty()) {
      givenId = CleanText.literal(CleanText.cut(value, LONGEST_LINE));
    }
    return this;
  }

  ArticleDraft title(@Nullable String value) {
    title = title == null ? line(value, LONGEST_LINE) : title;
    return this;
  }

  /** A title to be kept to the letter, where it is one line. */
  ArticleDraft literalTitle(@Nullable String value) {
    if (value == null || value.isBlank() || value.length() > LONGEST_LINE) {
      return title(value);
    }
    title = title == null ? CleanText.literal(value) : title;
    return this;
  }

  @Nullable String title() {
    return title;
  }

  /** Text to be kept to the letter, but for what cannot be stored. */
  ArticleDraft literalText(String value) {
    text = CleanText.literal(value);
    literal = true;
    return this;
  }

  ArticleDraft prose(String value) {
    text = CleanText.prose(value);
    return this;
  }

  ArticleDraft summary(@Nullable String value) {
    summary = summary == null ? line(value, LONGEST_SUMMARY) : summary;
    return this;
  }

  ArticleDraft language(@Nullable String value) {
    if (language == null) {
      language = LanguageTag.of(value).orElse(null);
    }
    return this;
  }

  ArticleDraft author(@Nullable String value) {
    add(authors, value);
    return this;
  }

  /** An author with what bylines put around a name. */
  ArticleDraft byline(@Nullable String value) {
    if (value != null) {
      AuthorLine.name(value).ifPresent(name -> AuthorLine.split(name).forEach(this::author));
    }
    return this;
  }

  boolean hasAuthors() {
    return !authors.isEmpty();
  }

  /** The only author, where one word is all that is known of the name. */
  Optional<String> oneWordAuthor() {
    return authors.size() == 1
        ? authors.stream().filter(name -> !name.contains(" ")).findFirst()
        : Optional.empty();
  }

  /** Whether an author is there who is not the publisher itself, its address or its system. */
  boolean hasPersonAsAuthor() {
    return authors.stream().anyMatch(this::isPerson);
  }

  /** Whether one of these names is a person's, not that of the publisher. */
  boolean arePeople(List<String> names) {
    return names.stream().anyMatch(this::isPerson);
  }

  private boolean isPerson(String author) {
    String name = letters(ARTICLE.matcher(author).replaceFirst(""));
    String host = letters(url == null ? null : URI.create(url).getHost());
    return !IMPERSONAL.matcher(author.toLowerCase(Locale.ROOT)).find()
        && !AuthorLine.isPhrase(author)
        && sites.stream().noneMatch(site -> site.contains(name))
        && !name.equals(letters(publisher))
        && !host.contains(name);
  }

  /** What the page calls its site; an author of that name, or of its initials, is nobody. */
  ArticleDraft site(@Nullable String name) {
    if (name != null) {
      sites.add(letters(ARTICLE.matcher(name).replaceFirst("")));
      sites.add(letters(INITIALS.matcher(name.strip()).replaceAll("")));
    }
    return this;
  }

  /**
   * Takes the names of a byline: where there are none yet, instead of what stands for the
   * publisher, and where they say more of the same people.
   */
  ArticleDraft byline(List<String> names) {
    boolean people = arePeople(names);
    if (authors.isEmpty() || people && (!hasPersonAsAuthor() || isFuller(names))) {
      authors.clear();
      names.forEach(this::author);
    }
    return this;
  }

  /** Whether every author is among these, and one of them with more of the name or not alone. */
  private boolean isFuller(List<String> names) {
    List<String> shown = names.stream().map(ArticleDraft::letters).toList();
    List<String> known = authors.stream().map(ArticleDraft::letters).toList();
    boolean same =
        known.stream().allMatch(one -> shown.stream().anyMatch(name -> name.contains(one)));
    boolean withRole =
        shown.size() == 1 && known.size() == 1 && known.get(0).endsWith(shown.get(0));
    return names.stream().allMatch(AuthorLine::isWrittenAsName)
        && (same
                && (names.size() > authors.size()
                    || oneWordAuthor().isPresent() && names.size() == 1)
            || withRole && known.get(0).length() > shown.get(0).length());
  }

  ArticleDraft category(@Nullable String value) {
    add(categories, value);
    return this;
  }

  ArticleDraft image(@Nullable String value) {
    if (image == null) {
      image = CanonicalUrl.resolve(url, value).orElse(null);
    }
    return this;
  }

  /**
   * @param evidence where it is stated, as {@link Dating#evidence} has it
   */
  ArticleDraft publishedAt(@Nullable String value, String evidence) {
    if (dating == null && value != null) {
      dating = WrittenTime.stated(value).map(stated -> new Dating(stated, evidence)).orElse(null);
    }
    return this;
  }

  ArticleDraft published(Dating value) {
    dating = dating == null ? value : dating;
    return this;
  }

  /** Writes the time of publication another way. */
  ArticleDraft publishedAs(UnaryOperator<StatedTime> way) {
    return dating(dating -> new Dating(way.apply(dating.stated()), dating.evidence()));
  }

  /** Dates the article another way, where it is dated. */
  ArticleDraft dating(UnaryOperator<Dating> way) {
    dating = dating == null ? null : way.apply(dating);
    return this;
  }

  boolean hasPublishedAt() {
    return dating != null;
  }

  ArticleDraft updatedAt(@Nullable String value) {
    if (updatedAt == null) {
      updatedAt = Optional.ofNullable(value).flatMap(WrittenTime::parse).orElse(null);
    }
    return this;
  }

  ArticleDraft updatedAt(Instant value) {
    updatedAt = updatedAt == null ? value : updatedAt;
    return this;
  }

  ArticleDraft publisher(@Nullable String value) {
    publisher = publisher == null ? line(value, LONGEST_NAME) : publisher;
    return this;
  }

  ArticleDraft withdrawn() {
    withdrawn = true;
    return this;
  }

  ArticleDraft rights(PageRights value) {
    rights = value;
    return this;
  }

  /** The article; empty where there is no text, and it is not the news that it was withdrawn. */
  Optional<ExtractedArticle> build() {
    if (text.isBlank() && !withdrawn) {
      return Optional.empty();
    }
    if (title == null) {
      title(Headline.firstSentence(text));
    }
    if (!literal) {
      text = withoutTitle();
    }
    LeadingDateline.of(text).ifPresent(dateline -> publisher(dateline.publisher()));
    List<String> people = authors.stream().filter(this::isPerson).toList();
    return Optional.of(
        new ExtractedArticle(
            url,
            guid,
            givenId,
            title == null ? "" : title,
            text,
            summary,
            language,
            people.isEmpty() ? List.copyOf(authors) : people,
            new ArrayList<>(categories),
            image,
            dating,
            updatedAt,
            publisher,
            withdrawn,
            rights));
  }

  /** Publishers repeat the headline over the text. */
  private String withoutTitle() {
    int end = text.indexOf("\n\n");
    return end > 0 && CleanText.line(text.substring(0, end)).equals(title)
        ? text.substring(end + 2)
        : text;
  }

  private static String letters(@Nullable String name) {
    return name == null
        ? ""
        : Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static void add(Set<String> values, @Nullable String value) {
    String line = line(value, LONGEST_NAME);
    if (line != null && values.size() < MOST_VALUES) {
      values.add(line);
    }
  }

  private static @Nullable String line(@Nullable String value, int most) {
    if (value == null) {
      return null;
    }
    String line = CleanText.line(CleanText.cut(value, most * 4));
    if (line.isEmpty()) {
      return null;
    }
    return line.length() <= most ? line : CleanText.cut(line, most - 1) + "…";
  }
}
