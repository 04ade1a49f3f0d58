package dev.dateline.training.eval;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.training.name.NameForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The scores of one tagger: by language, over all languages, and what it takes for what. */
final class FormScores {

  /** The languages of SlavNER that one goal is the mean of. */
  static final List<String> OTHERS = List.of("cs", "pl", "ru", "sl", "uk");

  private static final String NOTHING = "no name";

  private final SortedMap<String, FormScore> byLanguage = new TreeMap<>();
  private final FormScore all = new FormScore();
  private final Tally types = new Tally();

  void add(String language, Set<NameForm> found, Set<NameForm> expected) {
    byLanguage.computeIfAbsent(language, tag -> new FormScore()).add(found, expected);
    all.add(found, expected);
    confuse(found, expected);
  }

  /** A form whose type is wrong is a confusion; one that stands on one side only is of nothing. */
  private void confuse(Set<NameForm> found, Set<NameForm> expected) {
    Map<String, EntityType> surplus = typesWithout(found, expected);
    Map<String, EntityType> missed = typesWithout(expected, found);
    expected.stream()
        .filter(found::contains)
        .forEach(form -> types.add(label(form.type()), label(form.type())));
    missed.forEach(
        (form, type) -> {
          EntityType answer = surplus.remove(form);
          types.add(label(type), answer == null ? NOTHING : label(answer));
        });
    surplus.values().forEach(type -> types.add(NOTHING, label(type)));
  }

  private static Map<String, EntityType> typesWithout(Set<NameForm> forms, Set<NameForm> others) {
    return forms.stream()
        .filter(form -> !others.contains(form))
        .collect(
            Collectors.toMap(NameForm::form, NameForm::type, (one, other) -> one, TreeMap::new));
  }

  private static String label(EntityType type) {
    return switch (type) {
      case PERSON -> "PER";
      case PLACE -> "LOC";
      case ORGANIZATION -> "ORG";
      case EVENT -> "EVT";
      case PRODUCT -> "PRO";
      case CONCEPT -> "concept";
    };
  }

  SortedMap<String, FormScore> byLanguage() {
    return byLanguage;
  }

  FormScore all() {
    return all;
  }

  /** What is taken for what, by distinct forms of a document. */
  Tally types() {
    return types;
  }

  double f1(String language) {
    return byLanguage.getOrDefault(language, new FormScore()).f1();
  }

  /** Mean F1 of the five languages of SlavNER beside Bulgarian. */
  double meanOfOthers() {
    return OTHERS.stream().mapToDouble(this::f1).average().orElse(0);
  }
}
