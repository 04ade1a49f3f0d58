package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the base form of names that the knowledge base does not have. All names of the document are
 * noted before the first is asked for.
 */
final class BaseForms {

  /** A form that is its own base form was seen as such. */
  private static final double SEEN = 1.5;

  private final BaseFormModel model;
  private final BaseFormOptions options;
  private final Set<String> documentWords = new HashSet<>();
  private final Map<String, List<String>> words = new HashMap<>();
  private final Map<EntityType, Map<String, String>> bases = new EnumMap<>(EntityType.class);

  BaseForms(BaseFormModel model, Knowledge knowledge, String language) {
    this.model = model;
    this.options = new BaseFormOptions(knowledge, language);
  }

  /** Notes the words of a name of the document: base forms are likely to stand there somewhere. */
  void note(String name) {
    if (!words.containsKey(name)) {
      documentWords.addAll(words(name));
    }
  }

  /** The base form on which the fullest forms of a name agree best. */
  String of(MentionGroup group) {
    Map<String, Double> votes = new LinkedHashMap<>();
    int most = 0;
    for (Map.Entry<String, Integer> form : group.forms().entrySet()) {
      int size = words(form.getKey()).size();
      if (size > most) {
        votes.clear();
        most = size;
      }
      if (size == most) {
        String base = of(form.getKey(), group.type());
        double certain = base.equals(form.getKey()) ? SEEN : 1;
        votes.merge(base, certain * form.getValue(), Double::sum);
      }
    }
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  /** The base form of one form of an entity. */
  String of(String form, NamedEntity entity) {
    if (entity.id() == null && words(entity.name()).size() == words(form).size()) {
      return entity.name();
    }
    return of(form, entity.type());
  }

  private String of(String form, EntityType type) {
    return bases
        .computeIfAbsent(type, any -> new HashMap<>())
        .computeIfAbsent(form, any -> model.base(form, type, documentWords, options));
  }

  private List<String> words(String name) {
    return words.computeIfAbsent(name, BaseForms::read);
  }

  private static List<String> read(String name) {
    Tokens tokens = Tokens.words(name);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.isSymbol(i)) {
        words.add(tokens.word(i).toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
