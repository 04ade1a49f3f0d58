package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.link.KnownName.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mentions of one thing: first the forms of one name, later all the names of one entity. */
final class MentionGroup {

  /** More likely than not: mean confidence, that in other types counted as none. */
  private static final double SURE = 0.5;

  private final List<Mention> mentions = new ArrayList<>();
  private @Nullable Candidate link;
  private double linkScore;
  private boolean stated;
  private @Nullable EntityType spanType;

  void add(Mention mention) {
    mentions.add(mention);
    spanType = null;
  }

  void addAll(MentionGroup other) {
    mentions.addAll(other.mentions);
    spanType = null;
  }

  List<Mention> mentions() {
    return mentions;
  }

  /** The forms of the name with their counts, in the order in which they first stand. */
  Map<String, Integer> forms() {
    Map<String, Integer> forms = new LinkedHashMap<>();
    mentions.forEach(mention -> forms.merge(mention.form(), 1, Integer::sum));
    return forms;
  }

  /**
   * Links the group.
   *
   * @param isStated whether an operator has said what the entity is
   */
  void link(Candidate candidate, double score, boolean isStated) {
    link = candidate;
    stated = isStated;
    linkScore = score;
  }

  boolean isLinked() {
    return link != null;
  }

  int entity() {
    return linked().entity();
  }

  /** The name under which the knowledge base has the entity that is meant. */
  String knownName() {
    return linked().name();
  }

  double linkScore() {
    return linkScore;
  }

  /**
   * What most mentions say where the recogniser is sure of it, for the same thing is one thing here
   * and another there: a club, the city of its name; a newspaper, the house that prints it. Else
   * the type of the entity, as it is where an operator has stated it, and where the entity is an
   * event, whose name nothing else bears and which a tagger of before it cannot know.
   */
  EntityType type() {
    boolean known = stated || link != null && link.type() == EntityType.EVENT;
    return link == null || isSure() && !known ? spanType() : link.type();
  }

  /** Whether the recogniser leaves little doubt about the type. */
  boolean isSure() {
    double score = 0;
    for (Mention mention : mentions) {
      score += mention.type() == spanType() ? mention.name().score() : 0;
    }
    return score >= SURE * mentions.size();
  }

  /** The type that the recogniser gave to most mentions, weighed by its confidence. */
  EntityType spanType() {
    if (spanType == null) {
      spanType = majority(mentions);
    }
    return spanType;
  }

  private static EntityType majority(List<Mention> mentions) {
    EntityType first = mentions.get(0).type();
    if (mentions.stream().allMatch(mention -> mention.type() == first)) {
      return first;
    }
    EnumMap<EntityType, Double> votes = new EnumMap<>(EntityType.class);
    for (Mention mention : mentions) {
      votes.merge(mention.type(), mention.name().score(), Double::sum);
    }
    return votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  double spanScore() {
    double sum = 0;
    for (Mention mention : mentions) {
      sum += mention.name().score();
    }
    return sum / mentions.size();
  }

  List<TextSpan> spans(boolean inTitle) {
    List<TextSpan> spans = new ArrayList<>(mentions.size());
    for (Mention mention : mentions) {
      if (mention.inTitle() == inTitle) {
        spans.add(mention.name().span());
      }
    }
    if (spans.size() > 1) {
      spans.sort(Comparator.comparingInt(TextSpan::start));
    }
    return spans;
  }

  /** Puts groups that mean the same entity together. */
  static List<MentionGroup> mergeByEntity(List<MentionGroup> groups) {
    Map<Integer, MentionGroup> byEntity = new LinkedHashMap<>();
    List<MentionGroup> merged = new ArrayList<>();
    for (MentionGroup group : groups) {
      MentionGroup first = group.isLinked() ? byEntity.get(group.entity()) : null;
      if (first == null) {
        merged.add(group);
        if (group.isLinked()) {
          byEntity.put(group.entity(), group);
        }
      } else {
        first.addAll(group);
        first.linkScore = Math.max(first.linkScore, group.linkScore);
      }
    }
    return merged;
  }

  private Candidate linked() {
    if (link == null) {
      throw new IllegalStateException("Not linked");
    }
    return link;
  }
}
