package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the base form of a name that the knowledge base does not have. */
final class BaseForms {

  private final Inflections inflections;

  BaseForms(String language) {
    inflections = Inflections.of(language);
  }

  /** The form of which the others are inflected, the fullest and most frequent of several. */
  String of(MentionGroup group) {
    Map<String, Integer> forms = group.forms();
    List<String> longest = new ArrayList<>();
    int words = 0;
    for (String form : forms.keySet()) {
      int size = words(form).size();
      if (size > words) {
        longest.clear();
        words = size;
      }
      if (size == words) {
        longest.add(form);
      }
    }
    String best = longest.get(0);
    int bestScore = Integer.MIN_VALUE;
    for (String form : longest) {
      int score = forms.getOrDefault(form, 0);
      for (String other : longest) {
        if (!other.equals(form)) {
          score += isBaseOf(form, other) ? 100 : 0;
          score -= isBaseOf(other, form) ? 100 : 0;
        }
      }
      if (score > bestScore) {
        bestScore = score;
        best = form;
      }
    }
    return best;
  }

  /** The base form of one form of an entity. */
  String of(String form, NamedEntity entity) {
    List<String> words = words(form);
    return entity.id() == null && words(entity.name()).size() == words.size()
        ? entity.name()
        : form;
  }

  private boolean isBaseOf(String base, String form) {
    List<String> one = words(base);
    List<String> other = words(form);
    boolean differs = false;
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!one.get(i).equals(other.get(i))) {
        differs = true;
        if (!inflections.inflects(one.get(i), other.get(i))) {
          return false;
        }
      }
    }
    return differs;
  }

  private static List<String> words(String form) {
    Tokens tokens = Tokens.words(form);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.isSymbol(i)) {
        words.add(NameKeys.folded(tokens.word(i)));
      }
    }
    return words;
  }
}
