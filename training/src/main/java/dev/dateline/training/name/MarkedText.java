package dev.dateline.training.name;

import java.util.List;
import java.util.Set;

/**
 * A text in which the names are marked.
 *
 * @param source where it comes from, such as {@code slavner}
 * @param group what it is about, such as a topic of the set; empty where unknown
 * @param language BCP 47
 * @param names in order, without overlap
 * @param forms distinct forms with types that an evaluation expects
 */
public record MarkedText(
    String source,
    String group,
    String language,
    String text,
    List<MarkedName> names,
    Set<NameForm> forms) {

  public MarkedText {
    names = List.copyOf(names);
    forms = Set.copyOf(forms);
  }

  /** A text whose expected forms are those of its marks. */
  static MarkedText of(
      String source, String group, String language, String text, List<MarkedName> names) {
    return new MarkedText(source, group, language, text, names, NameForm.of(text, names));
  }
}
