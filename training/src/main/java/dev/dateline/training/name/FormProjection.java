package dev.dateline.training.name;

import dev.dateline.enrich.stage.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds known forms in a text, the longest first. A form in lower case is one of the sets of 2017,
 * which dropped the case: it matches whatever the case.
 */
final class FormProjection {

  private FormProjection() {}

  static List<MarkedName> project(String text, Map<String, EntityType> types) {
    String lower = lower(text);
    Map<Character, List<String>> byFirst = new HashMap<>();
    types.keySet().stream()
        .sorted((a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b))
        .forEach(
            form ->
                byFirst.computeIfAbsent(lower(form).charAt(0), c -> new ArrayList<>()).add(form));
    List<MarkedName> names = new ArrayList<>();
    int position = 0;
    while (position < text.length()) {
      String form = isEdge(text, position) ? match(text, lower, position, byFirst) : null;
      if (form == null) {
        position++;
        continue;
      }
      names.add(new MarkedName(position, position + form.length(), types.get(form)));
      position += form.length();
    }
    return names;
  }

  private static String match(
      String text, String lower, int position, Map<Character, List<String>> byFirst) {
    for (String form : byFirst.getOrDefault(lower.charAt(position), List.of())) {
      boolean caseless = form.equals(lower(form));
      boolean matches =
          caseless ? lower.startsWith(form, position) : text.startsWith(form, position);
      if (matches && isEdge(text, position + form.length())) {
        return form;
      }
    }
    return null;
  }

  /** Whether no word spans the position. */
  private static boolean isEdge(String text, int position) {
    return position == 0
        || position == text.length()
        || !Character.isLetterOrDigit(text.charAt(position - 1))
        || !Character.isLetterOrDigit(text.charAt(position));
  }

  /** Lower case that keeps every offset. */
  private static String lower(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.length() == text.length() ? lower : text;
  }
}
