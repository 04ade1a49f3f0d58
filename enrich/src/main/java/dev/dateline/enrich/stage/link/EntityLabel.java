package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.NameKeys;
import java.lang.Character.UnicodeScript;

/** By what name an event shows an entity: the canonical one of the article's language, if any. */
final class EntityLabel {

  private static final String SERBIAN_IN_LATIN = "sr-Latn";

  private EntityLabel() {}

  /**
   * The name of the language, in the script of the article. Where the sources have none, the known
   * form of what the document writes. Where that may be another language's, and no case and no
   * ending stand between the document and the name, what the document writes: {@code کندهار} and
   * not the Arabic {@code كندهار}, {@code 台積電} and not the simplified {@code 台积电}.
   */
  static String of(MentionGroup group, Knowledge knowledge, String language) {
    String canonical = knowledge.name(group.entity(), language);
    String known = group.knownName();
    String form = group.forms().keySet().iterator().next();
    if (canonical == null) {
      boolean same = NameKeys.folded(known).equals(NameKeys.folded(form));
      return same && !hasCase(form) ? form : known;
    }
    if (script(canonical) == script(known)) {
      boolean mayBeSimplified = isOfBareLanguage(canonical, group.entity(), knowledge, language);
      return mayBeSimplified && known.equals(form) && !hasCase(form) ? form : canonical;
    }
    boolean inCyrillic = script(canonical) == UnicodeScript.CYRILLIC;
    return language.equals(SERBIAN_IN_LATIN) && inCyrillic ? SerbianLatin.of(canonical) : known;
  }

  /** Whether the tag names a script and the name is that of the language in whatever script. */
  private static boolean isOfBareLanguage(
      String canonical, int entity, Knowledge knowledge, String tag) {
    int subtag = tag.indexOf('-');
    return subtag > 0 && canonical.equals(knowledge.name(entity, tag.substring(0, subtag)));
  }

  private static boolean hasCase(String name) {
    return name.codePoints().anyMatch(c -> Character.toLowerCase(c) != Character.toUpperCase(c));
  }

  /** The script of the first letter. */
  private static UnicodeScript script(String name) {
    int at = 0;
    while (at < name.length()) {
      int c = name.codePointAt(at);
      if (Character.isLetter(c)) {
        return UnicodeScript.of(c);
      }
      at += Character.charCount(c);
    }
    return UnicodeScript.of(' ');
  }
}
