package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.name.NameSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns the names that a recogniser found into entities: decides what each name means, merges the
 * mentions of one entity, and gives it its base form. Immutable, thread-safe and pure.
 */
public final class Linker {

  private final Gazetteer gazetteer;
  private final Knowledge knowledge;
  private final BaseFormModel model;

  /** A linker over this gazetteer. */
  public Linker(Gazetteer gazetteer) {
    this(gazetteer, BaseFormModel.load());
  }

  /** A linker with a model for base forms that is not the one that ships. */
  public Linker(Gazetteer gazetteer, BaseFormModel model) {
    this.gazetteer = gazetteer;
    this.model = model;
    this.knowledge = gazetteer.knowledge();
  }

  /**
   * The entities of a document, highest salience first.
   *
   * @param titleNames names in the title, in order
   * @param textNames names in the text, in order
   */
  public List<NamedEntity> link(
      Document document,
      List<NameSpan> titleNames,
      List<NameSpan> textNames,
      LanguageGuess language) {
    List<Mention> mentions = new ArrayList<>(titleNames.size() + textNames.size());
    titleNames.forEach(name -> mentions.add(new Mention(name, true)));
    textNames.forEach(name -> mentions.add(new Mention(name, false)));
    if (mentions.isEmpty()) {
      return List.of();
    }
    List<MentionGroup> groups = new MentionGrouping(language.tag()).group(mentions);
    BaseForms baseForms = new BaseForms(model, knowledge, language.tag());
    mentions.forEach(mention -> baseForms.note(mention.form()));
    new Disambiguation(gazetteer, language.tag(), baseForms).decide(groups);
    groups = new PlacesTakenForPersons(gazetteer, language.tag()).join(groups);
    List<MentionGroup> merged = MentionGroup.mergeByEntity(groups);
    Salience salience = new Salience(document.text().length());
    List<NamedEntity> entities = new ArrayList<>(merged.size());
    for (MentionGroup group : merged) {
      entities.add(entity(group, salience, baseForms, language.tag()));
    }
    entities.sort(
        Comparator.comparingDouble(NamedEntity::salience)
            .reversed()
            .thenComparing(NamedEntity::name));
    return entities;
  }

  /**
   * The base form of one name of an entity that {@link #link} gave: {@code Вашингтон} for {@code
   * Вашингтоне}, even where the entity's canonical name is another.
   */
  public String baseForm(String form, NamedEntity entity, LanguageGuess language) {
    for (KnownName.Candidate candidate : gazetteer.candidates(form, language.tag())) {
      if (knowledge.id(candidate.entity()).equals(entity.id())) {
        return candidate.name();
      }
    }
    return new BaseForms(model, knowledge, language.tag()).of(form, entity);
  }

  private NamedEntity entity(
      MentionGroup group, Salience salience, BaseForms baseForms, String language) {
    double weight = salience.of(group.mentions());
    double spanScore = group.spanScore();
    if (!group.isLinked()) {
      return new NamedEntity(
          group.type(),
          baseForms.of(group),
          null,
          null,
          spanScore * 0.9,
          weight,
          null,
          group.spans(false),
          group.spans(true));
    }
    int entity = group.entity();
    return new NamedEntity(
        group.type(),
        EntityLabel.of(group, knowledge, language),
        knowledge.name(entity, "en"),
        knowledge.id(entity),
        spanScore * (0.5 + 0.5 * group.linkScore()),
        weight,
        knowledge.coordinates(entity),
        group.spans(false),
        group.spans(true));
  }
}
