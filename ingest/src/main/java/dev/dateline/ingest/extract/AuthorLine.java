package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import dev.dateline.ingest.text.WrittenTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Reads the names in the line that says who wrote an article, in the languages of the news. */
final class AuthorLine {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_NAMES = 300;
  private static final int LONGEST_LINE = 1_000;
  private static final int MOST_WORDS = 6;

  /** Words in further languages that stand before a name. */
  private static final String WORDS = "بقلم|מאת|írta|автори";

  /** Those that are names or mean something else as well, and so count before a colon only. */
  private static final String LABELS =
      "كتبت?|الكاتبة?|نویسنده|נכתב על ידי|yazar|yazan|haber|penulis|oleh|tác giả|szerző|kirjoittaja|autorius"
          + "|autorė|συντάκτης|συντάκτρια|γράφει η|γράφει ο|skribent|forfatter|लेखक|लेखिका|संवाददाता";

  /** Of all scripts (U): from Java 19 on a boundary of words knows the letters of ASCII alone. */
  private static final Pattern OPENING =
      Pattern.compile(
          "(?iuU)^(?:[-–—~|•·*\\s]*(?:(?:view|show|see|read|more|zeige|alle)\\s+(?:all\\s+|alle\\s+)?(?:posts|articles"
              + "|stories|beiträge|artikel)\\s+(?:by|of|from|von)|(?:alle\\s+)?(?:artikel|beiträge|alles|posts|articles|more|mehr)\\s+(?:von|by)"
              + "|post author|about the author|über den autor|über die autorin"
              + "|(?:written|posted|published|reported|story|words|text|article|created|submitted|review(?:ed)?|interview)\\s+by"
              + "|by|from|(?:veröffentlicht|geschrieben|erstellt|verfasst|text|artikel|eingestellt|gepostet|gespeichert|interview"
              + "|pressemitteilung|(?:eine?\\s+|blog[\\s-]*)?\\p{L}*(?:beitrag|artikel|kommentar|interview|kolumne|essay|glosse"
              + "|analyse|rezension|kritik|reportage|bericht))?\\s*(?:von|vom|durch)"
              + "|par|publié par|écrit par|por|escrito por|publicado por|di|de|door|av|af|przez|от|автор|autor(?:/in|\\*in|:in|in|en)?"
              + "|authors?|auteurs?|autore|verfasser(?:in)?|(?:text|redaktion|redakteur(?:in)?|interview|"
              + LABELS
              + ")(?=\\s*:)|"
              + WORDS
              + "|und|and|mit|with)"
              + "\\b\\s*:?\\s*)+|^by(?=(?-i:\\p{Lu}))");

  /** What follows the name: a time, a place, a count of comments, the next part of the line. */
  private static final Pattern END =
      Pattern.compile(
          "(?iu)\\s*(?:[|·•»›(\\[@→]|\\s[-–—]\\s|\\b\\d|,?\\s(?:am|on|in|at|um|vom|updated|posted|published"
              + "|stand|fr|veröffentlicht|für|for|datum|fotos?|photos?|illustration|tags|publiziert|aktualisiert"
              + "|erschienen|last|date|shares?|search|(?:ein )?kommentare?|comments?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:[\\s:,]|$)"
              + "|,?\\s(?:le|il|el)\\s+(?:\\p{L}+\\s+)?\\d|,?\\s*(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|okt|oct|nov|de[zc])\\p{L}*\\.?\\s+\\d"
              + "|,\\s*\\d|,?\\s+\\p{L}+:\\s|,\\s*\\p{L}*-?(?:redaktion|redakteur|redactie|korrespondent|correspondent"
              + "|reporter|editor|writer|journalist|leiter(?:in)?\\b|sprecher(?:in)?\\b|director|manager)).*$");

  /** Degrees and such, which are no part of the name. */
  private static final Pattern DEGREE =
      Pattern.compile("(?u),?\\s+(?:Ph\\.?D|M\\.?D|MSc|MA|BA|MPH|RD|RN|LL\\.?M|MBA)\\.?$");

  private static final Pattern PICTURE =
      Pattern.compile(
          "(?iu)^(?:fotos?|photos?|bilde?r?|illustration|grafik|image|credits?|video|quelle|source)\\b");

  /** Words that only the name of an author can follow. */
  private static final Pattern POSTED =
      Pattern.compile(
          "(?iu)(?:written|posted|published) by|(?:geschrieben|veröffentlicht|erstellt|verfasst|eingestellt|gepostet) von");

  /** Where it was posted, and then the word before a name, or a dash and behind the name a time. */
  private static final Pattern FILED =
      Pattern.compile(
          "(?iu)(?:posted|filed|published|abgelegt|veröffentlicht)\\s+(?:in|under|unter)\\b.{0,120}?"
              + "(?:\\s(?:by|von)\\s+|\\s[-–—]\\s+(?=[^@]{2,40}@\\s?\\d))");

  /** Words that join a name to others, and any other sentence to the one before. */
  private static final Pattern CONJUNCTION = Pattern.compile("(?iu)(?:and|und|with|mit)\\b");

  /** What somebody is, which stands between names where all are written with capitals. */
  private static final Pattern ROLE =
      Pattern.compile(
          "(?iu).*\\b(?:attorney|counsel|director|manager|editor|reporter|writer|correspondent|fellow|professor|officer"
              + "|analyst|team|program(?:me)?|project|institute|university|redakteur(?:in)?|korrespondent(?:in)?)");

  /** A label before a name, in the middle of other details. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:(?:written|reported) by|autor(?:/in|\\*in|:in|in|en)?|authors?|auteurs?|autore|verfasser(?:in)?|redaktion|redakteur(?:in)?"
              + "|text(?: (?:&|und|and) \\p{L}+)?|автор|"
              + LABELS
              + ")\\s?:\\s"
              + "|(?:作者|记者|責任編輯|责任编辑|责编)\\s?[:：]");

  /** A text that is nothing but a label; the name stands in what follows. */
  private static final Pattern ONLY_LABEL =
      Pattern.compile(
          "(?iu)[\\s|·•–—-]*(?:(?:written |posted |published |words )?by|von|par|por|autor(?:/in|\\*in|:in|in|en)?"
              + "|authors?|auteurs?(?:\\s?\\(s\\))?|autore|verfasser(?:in)?|(?:text|interview|"
              + LABELS
              + ")(?=\\s*:)|"
              + WORDS
              + "|автор|作者|记者)\\s*[:：]?\\s*");

  /** A date, and perhaps a time, before a name. */
  private static final Pattern DATED =
      Pattern.compile(
          "(?iu)[\\d.:/,\\s]*\\d(?:\\s?uhr)?(?:\\s*[|·•–—-]\\s*[\\d:.]+(?:\\s?uhr)?)?\\s*[|·•–—-]\\s+");

  /** A time, and then the word before a name. */
  private static final Pattern TIMED =
      Pattern.compile("(?iu)\\d(?:\\s?uhr)?,?\\s+(?:by|von|par|por|di|door|av|от)\\s+");

  /** An agency's or a channel's short name behind the names of people. */
  private static final Pattern AGENCY =
      Pattern.compile("(?u)\\p{Lu}{2,6}(?:-\\p{Lu}{1,3})?|dpa|apa|sda|afp|ap|epd|kna");

  /** What buttons and links beside a name say. */
  private static final Pattern CONTROL =
      Pattern.compile(
          "(?iu)^(?:zur?|zum|alle|all|mehr|more|see|view|show|read|archive?|follow|folgen|member|my|log|sign|share|teilen"
              + "|abonnieren|subscribe|kontakt|contact|home|start|weiter|about|über|profil|website|e-?mail|twitter|facebook"
              + "|such(?:e|en)|search|weitere|autorenseite|text und|geprüft|reviewed|edited|anzeigen|vorlesen|drucken|datum|date|gesponserte|kommentare?|comments?|mehr|tags?)\\b");

  private static final Pattern INNER_BY = Pattern.compile("(?i)\\sby\\s");

  /** In scripts of India and of other countries the vowels are marks between the letters. */
  private static final Pattern LETTERS = Pattern.compile("\\p{L}\\p{M}*\\p{L}|\\p{L}\\p{M}");

  /** A word of a name: with a capital, or in a script without capitals. */
  private static final Pattern NAME_WORD =
      Pattern.compile("(?u)(?:[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’ʼ-]*|\\p{L}['’]\\p{Lu}[\\p{L}-]*)");

  private static final Set<String> PARTICLES =
      Set.of(
          "von", "van", "der", "den", "de", "di", "da", "dos", "das", "del", "la", "le", "el", "al",
          "bin", "ibn", "zu", "zur", "zum", "y", "e", "ter", "ten", "af", "av", "und", "and", "et",
          "&", "du", "do", "v.", "dei", "della");

  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?iu)\\s*;\\s*|\\s*,\\s*(?:and|und|et|y|e|и)\\s+|\\s+(?:and|und|et|y|und|и|&|\\+|im gespräch mit|in conversation with)\\s+|\\s*[,/]\\s*");

  private AuthorLine() {}

  /** Whether a text is nothing but a word such as "by"; the name stands in what follows. */
  static boolean isLabel(String text) {
    return ONLY_LABEL.matcher(text).matches();
  }

  /** Words that go on in small letters are a phrase, not the name that somebody chose. */
  static boolean isPhrase(String name) {
    int space = name.indexOf(' ');
    return space > 0
        && Character.isLowerCase(name.charAt(0))
        && !PARTICLES.contains(name.substring(0, space))
        && !isWrittenAsName(name);
  }

  /**
   * The names that a text introduces, labels, or has behind a date; none where it does none of
   * these.
   */
  static List<String> introduced(String text) {
    return introduced(text, POSTED.matcher(text).lookingAt());
  }

  /** The same, where a single word may be believed to be a name. */
  static List<String> introduced(String text, boolean single) {
    Matcher label = LABELLED.matcher(text);
    Matcher date = DATED.matcher(text);
    Matcher filed = FILED.matcher(text);
    if (filed.lookingAt()) {
      return names(text.substring(filed.end()), true);
    }
    String rest =
        OPENING.matcher(text).lookingAt() && !CONJUNCTION.matcher(text).lookingAt()
            ? text
            : label.find()
                ? text.substring(label.end())
                : date.lookingAt() ? text.substring(date.end()) : "";
    List<String> names = names(rest, single);
    return names.isEmpty() ? timed(text) : names;
  }

  /** The names behind a date and a "by". */
  private static List<String> timed(String text) {
    Matcher by = TIMED.matcher(text);
    return by.find() && WrittenTime.find(text.substring(0, by.start() + 1)).isPresent()
        ? names(text.substring(by.end()), true)
        : List.of();
  }

  /** Names that are written as names are: two words or more, with capitals; or behind a "by". */
  static List<String> likely(String text) {
    return names(text, OPENING.matcher(text).lookingAt());
  }

  /**
   * The names that a text is made of.
   *
   * @param single whether a single word is believed to be a name
   */
  static List<String> names(String text, boolean single) {
    return name(text)
        .map(AuthorLine::split)
        .filter(
            names ->
                names.stream().allMatch(AuthorLine::isWrittenAsName)
                    || single && names.size() == 1 && names.get(0).indexOf(' ') < 0)
        .orElse(List.of());
  }

  /** Whether a text is written as the names of people are: of two words or more, with capitals. */
  static boolean isWrittenAsName(String name) {
    String[] words = name.replace(",", " ").strip().split("\\s+");
    return (words.length > 1 || name.codePoints().anyMatch(Character::isIdeographic))
        && Arrays.stream(words)
            .anyMatch(word -> word.length() > 2 || Character.isIdeographic(word.codePointAt(0)))
        && Arrays.stream(words)
            .allMatch(word -> PARTICLES.contains(word) || NAME_WORD.matcher(word).matches());
  }

  /** A name without what bylines put around it; empty where that leaves no name. */
  static Optional<String> name(String text) {
    String line = CleanText.line(Parser.unescapeEntities(CleanText.cut(text, LONGEST_LINE), false));
    if (PICTURE.matcher(line).find()) {
      return Optional.empty();
    }
    String name = OPENING.matcher(line).replaceFirst("");
    Matcher end = END.matcher(name);
    name = CleanText.line(end.replaceFirst("")).replaceFirst("[\\s,;:.–-]+$", "");
    name = DEGREE.matcher(name).replaceFirst("");
    boolean usable =
        (isShort(name) || name.length() <= LONGEST_NAMES && split(name).size() > 1)
            && !INNER_BY.matcher(name).find()
            && !name.startsWith("http")
            && LETTERS.matcher(name).find()
            && !CONTROL.matcher(name).find();
    return usable ? Optional.of(name) : Optional.empty();
  }

  private static boolean isShort(String name) {
    return name.length() <= LONGEST_NAME && name.split("\\s+").length <= MOST_WORDS;
  }

  /** The names of a byline of several; one, where its parts are not all names. */
  static List<String> split(String names) {
    List<String> parts = new ArrayList<>();
    for (String part : BETWEEN.split(names)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    List<String> people =
        parts.stream()
            .filter(part -> !AGENCY.matcher(part).matches() && !ROLE.matcher(part).matches())
            .toList();
    boolean allNames =
        people.stream()
            .allMatch(part -> part.contains(" ") && isShort(part) && isWrittenAsName(part));
    return parts.size() > 1 && !people.isEmpty() && allNames ? people : List.of(names);
  }
}
