package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.link.KnownName.Candidate;
import dev.dateline.enrich.stage.text.LetterCase;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which entity a name means, by type, prominence (which follows population), form of the
 * name, and what the other names of the document say. The score of a decision is the share of the
 * chosen entity among all that the name may mean, one that nobody knows included.
 */
final class Disambiguation {

  /** Below this the best candidate is no better than chance. */
  private static final double LEAST = 0.35;

  /** From here on a decision helps with others. */
  private static final double BEYOND_DOUBT = 0.6;

  /** How much more prominence makes an entity e times as likely. */
  private static final double SCALE = 18;

  private static final double HOME_BONUS = 8;
  private static final double INFLECTED_PENALTY = 6;
  private static final double WEAK_PENALTY = 25;

  /** A common word that is a mere byname of a place, as {@code City} is of London. */
  private static final double WEAK_BYNAME_PENALTY = 90;

  /** A byname of a place that is another's own name, as {@code Victoria} was of Hong Kong. */
  private static final double BYNAME_PENALTY = 80;

  private static final double OTHER_TYPE_PENALTY = 40;

  /** A region that bears the name of its city is meant less often than the city. */
  private static final double REGION_PENALTY = 10;

  /** What a name that is not in the knowledge base at all weighs against its namesakes in it. */
  private static final double UNKNOWN = 70;

  private final Gazetteer gazetteer;
  private final Knowledge knowledge;
  private final String language;
  private final String home;
  private final BaseForms baseForms;

  Disambiguation(Gazetteer gazetteer, String language, BaseForms baseForms) {
    this.baseForms = baseForms;
    this.gazetteer = gazetteer;
    this.knowledge = gazetteer.knowledge();
    this.language = language;
    this.home = HomeCountry.of(language);
  }

  void decide(List<MentionGroup> groups) {
    List<Map<Integer, Candidate>> candidates = groups.stream().map(this::candidates).toList();
    Surroundings nothing = new Surroundings(knowledge);
    Surroundings surroundings = new Surroundings(knowledge);
    for (int i = 0; i < groups.size(); i++) {
      Decision first = decide(i, groups.get(i), candidates.get(i), nothing);
      if (first != null && first.score() >= BEYOND_DOUBT) {
        surroundings.note(i, first.chosen());
      }
    }
    for (Qualifiers.Pair pair : Qualifiers.of(groups)) {
      surroundings.noteQualified(
          pair, candidates.get(pair.name()).values(), candidates.get(pair.qualifier()).values());
    }
    for (int i = 0; i < groups.size(); i++) {
      Decision decision = decide(i, groups.get(i), candidates.get(i), surroundings);
      if (decision != null && decision.score() >= LEAST) {
        boolean stated = knowledge.isStated(decision.chosen().entity());
        groups.get(i).link(decision.chosen(), decision.score(), stated);
      }
    }
  }

  private record Decision(Candidate chosen, double score) {}

  /** The entities that all the forms may mean, or else those that the most frequent one may. */
  private Map<Integer, Candidate> candidates(MentionGroup group) {
    Map<Integer, Candidate> found = new LinkedHashMap<>();
    for (String form : group.forms().keySet()) {
      for (Candidate candidate : gazetteer.candidates(form, language)) {
        if (isCompatible(group, candidate)
            && !isLowered(form, candidate)
            && TonedWords.agree(form, candidate.name(), language)) {
          found.merge(candidate.entity(), candidate, Disambiguation::better);
        }
      }
    }
    if (found.isEmpty()) {
      addByBaseForm(group, found);
    }
    if (group.spanType() == EntityType.PLACE) {
      boolean unknown = found.isEmpty();
      for (String form : group.forms().keySet()) {
        if (unknown || IndirectPlaces.mayBeAdjective(form)) {
          gazetteer
              .indirectPlaces(form, language)
              .forEach(place -> found.putIfAbsent(place.entity(), place));
        }
      }
    }
    return found;
  }

  /**
   * Irregular forms, such as {@code Włoszech} of {@code Włochy}, that the endings do not lead to.
   */
  private void addByBaseForm(MentionGroup group, Map<Integer, Candidate> found) {
    String base = baseForms.of(group);
    if (group.forms().containsKey(base)) {
      return;
    }
    for (Candidate candidate : gazetteer.candidates(base, language)) {
      if (candidate.exact() && isCompatible(group, candidate)) {
        found.put(
            candidate.entity(),
            new Candidate(
                candidate.entity(),
                candidate.type(),
                candidate.name(),
                false,
                candidate.weak(),
                candidate.prominence()));
      }
    }
  }

  /** An adjective such as {@code московский} is not the town of that name. */
  private static boolean isLowered(String form, Candidate candidate) {
    return candidate.type() == EntityType.PLACE
        && LetterCase.isSmall(form.codePointAt(0))
        && Character.isUpperCase(candidate.name().codePointAt(0));
  }

  private static Candidate better(Candidate one, Candidate other) {
    return other.exact() && !one.exact() ? other : one;
  }

  private @Nullable Decision decide(
      int group,
      MentionGroup mentions,
      Map<Integer, Candidate> candidates,
      Surroundings surroundings) {
    double best = Double.NEGATIVE_INFINITY;
    double total = Math.exp(UNKNOWN / SCALE);
    Candidate chosen = null;
    List<Candidate> owners = owners(candidates.values());
    for (Candidate candidate : candidates.values()) {
      double weight =
          weight(candidate, mentions.spanType(), owners)
              + surroundings.fit(group, candidate, candidates.values());
      total += Math.exp(weight / SCALE);
      if (weight > best) {
        best = weight;
        chosen = candidate;
      }
    }
    return chosen == null ? null : new Decision(chosen, Math.exp(best / SCALE) / total);
  }

  private List<Candidate> owners(Collection<Candidate> candidates) {
    return candidates.size() < 2
        ? List.of()
        : candidates.stream().filter(this::isItsOwnName).toList();
  }

  /**
   * Whether others have the name for their own, not counting the region around a city, and
   * continents, which go by the same name as their best known country.
   */
  private boolean isByname(Candidate candidate, List<Candidate> owners) {
    if (owners.contains(candidate)) {
      return false;
    }
    String country = knowledge.country(candidate.entity());
    for (Candidate owner : owners) {
      String itsCountry = knowledge.country(owner.entity());
      boolean isAround = isRegion(owner) && itsCountry.equals(country);
      if (isSameName(owner, candidate) && !isAround && !itsCountry.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether two have one name; a country that an adjective speaks of has not that of a town. */
  private static boolean isSameName(Candidate one, Candidate other) {
    return one.exact() == other.exact()
        && NameKeys.folded(one.name()).equals(NameKeys.folded(other.name()));
  }

  private boolean isRegion(Candidate candidate) {
    return knowledge.id(candidate.entity()).startsWith("iso3166:");
  }

  /** Whether a place is called by a name in the language of the text or in English. */
  private boolean isItsOwnName(Candidate candidate) {
    return candidate.type() == EntityType.PLACE
        && (isName(candidate, language) || isName(candidate, "en"));
  }

  private boolean isName(Candidate candidate, String tag) {
    String name = knowledge.name(candidate.entity(), tag);
    return name != null && NameKeys.folded(name).equals(NameKeys.folded(candidate.name()));
  }

  /**
   * What a candidate weighs by itself.
   *
   * @param owners the places whose own name it is, of those that it may mean
   */
  private double weight(Candidate candidate, EntityType spanType, List<Candidate> owners) {
    double weight = candidate.prominence();
    if (candidate.type() == EntityType.PLACE) {
      weight -= isByname(candidate, owners) ? BYNAME_PENALTY : 0;
      weight -= candidate.weak() && !isItsOwnName(candidate) ? WEAK_BYNAME_PENALTY : 0;
    }
    weight += knowledge.country(candidate.entity()).equals(home) ? HOME_BONUS : 0;
    weight -= candidate.exact() ? 0 : INFLECTED_PENALTY;
    weight -= candidate.weak() ? WEAK_PENALTY : 0;
    weight -= candidate.type() == spanType ? 0 : OTHER_TYPE_PENALTY;
    weight -= isRegion(candidate) ? REGION_PENALTY : 0;
    return weight;
  }

  /**
   * Whether a name may well be an entity of a type. What the recogniser is sure to be no place is
   * no place of that name.
   */
  private boolean isCompatible(MentionGroup group, Candidate candidate) {
    EntityType known = candidate.type();
    EntityType span = group.spanType();
    if (span == known) {
      return true;
    }
    return span != EntityType.PERSON
        && known != EntityType.PERSON
        && (known != EntityType.PLACE || !group.isSure() || knowledge.isStated(candidate.entity()));
  }
}
