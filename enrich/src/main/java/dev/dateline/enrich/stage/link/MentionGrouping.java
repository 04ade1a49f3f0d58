package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the mentions of one name together: inflected forms of it, and a surname alone with the full
 * name of the person.
 */
final class MentionGrouping {

  /** Forms that share a crude stem are compared with so many groups at most. */
  private static final int MOST_COMPARED = 16;

  private final Inflections inflections;
  private final NameKeys keys = new NameKeys();

  MentionGrouping(String language) {
    inflections = Inflections.of(language);
  }

  /** A group and the words of the name that opened it. */
  private record Named(MentionGroup group, List<String> words) {}

  List<MentionGroup> group(List<Mention> mentions) {
    Map<String, Named> byForm = new LinkedHashMap<>();
    Map<Long, List<Named>> byKey = new HashMap<>();
    List<Named> groups = new ArrayList<>();
    for (Mention mention : mentions) {
      String form = mention.form() + '\n' + kind(mention.type());
      Named named = byForm.get(form);
      if (named == null) {
        named = find(mention, byKey, groups);
        byForm.put(form, named);
      }
      named.group().add(mention);
    }
    return joinSurnames(groups);
  }

  private Named find(Mention mention, Map<Long, List<Named>> byKey, List<Named> groups) {
    Tokens tokens = Tokens.words(mention.form());
    List<String> words = words(tokens);
    List<Named> near =
        byKey.computeIfAbsent(keys.key(tokens) + kind(mention.type()), key -> new ArrayList<>());
    for (Named named : near) {
      if (isSameName(named.words(), words)) {
        return named;
      }
    }
    Named opened = new Named(new MentionGroup(), words);
    groups.add(opened);
    if (near.size() < MOST_COMPARED) {
      near.add(opened);
    }
    return opened;
  }

  /** A name that is the last word of a longer name of a person means that person. */
  private List<MentionGroup> joinSurnames(List<Named> groups) {
    Map<Long, List<Named>> bySurname = new HashMap<>();
    for (Named named : groups) {
      if (named.words().size() > 1 && named.group().spanType() == EntityType.PERSON) {
        String surname = named.words().get(named.words().size() - 1);
        bySurname.computeIfAbsent(keys.key(surname), key -> new ArrayList<>()).add(named);
      }
    }
    List<MentionGroup> joined = new ArrayList<>();
    for (Named named : groups) {
      Named full = fullName(named, bySurname);
      if (full == null) {
        joined.add(named.group());
      } else {
        full.group().addAll(named.group());
      }
    }
    return joined;
  }

  private @Nullable Named fullName(Named named, Map<Long, List<Named>> bySurname) {
    if (named.words().size() != 1 || named.group().spanType() != EntityType.PERSON) {
      return null;
    }
    String word = named.words().get(0);
    Named found = null;
    for (Named full : bySurname.getOrDefault(keys.key(word), List.of())) {
      String surname = full.words().get(full.words().size() - 1);
      if (isSameWord(surname, word)) {
        if (found != null) {
          return null;
        }
        found = full;
      }
    }
    return found;
  }

  private boolean isSameName(List<String> one, List<String> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!isSameWord(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether both are forms of one word: equal, one a form of the other, or two forms of a third.
   */
  private boolean isSameWord(String one, String other) {
    if (one.equals(other) || inflections.inflects(one, other) || inflections.inflects(other, one)) {
      return true;
    }
    for (Inflections.Rule rule : inflections.rulesFor(one)) {
      String base = one.substring(0, one.length() - rule.foldedForm().length()) + rule.foldedBase();
      if (base.length() > 2 && inflections.inflects(base, other)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(Tokens tokens) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.isSymbol(i)) {
        words.add(NameKeys.folded(tokens.word(i)));
      }
    }
    return words;
  }

  /** Types that recognisers confuse count as one kind. */
  private static char kind(EntityType type) {
    return switch (type) {
      case PERSON -> 'p';
      case PLACE -> 'l';
      default -> 'o';
    };
  }
}
