package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.link.KnownName.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the names of a document that leave no doubt say about those that do: the countries that it
 * is about, places nearby, and the region or country that stands right behind a place.
 */
final class Surroundings {

  /** From here on a place is named in the news of other countries too: a country, a capital. */
  private static final int INTERNATIONAL = 190;

  private static final double COUNTRY_BONUS = 30;
  private static final double CAPITAL_BONUS = 15;
  private static final double FIRST_DOMESTIC_BONUS = 25;
  private static final double DOMESTIC_BONUS = 12;
  private static final double MOST_COUNTRY_BONUS = 60;
  private static final double NEARBY_BONUS = 20;
  private static final double NEARBY_KILOMETERS = 100;
  private static final double QUALIFIED_BONUS = 60;

  /** A region behind a place says more than a country, which may be the next one of a list. */
  private static final double QUALIFIED_BY_REGION_BONUS = 100;

  /** A region that stands behind one of its places, beside a town of that name. */
  private static final double QUALIFIER_BONUS = 25;

  /**
   * A country of which nothing else is named, beside a region of that name in one of which much is.
   */
  private static final double LONELY_PENALTY = 85;

  private static final int SEVERAL = 2;

  /** More than an article names; keeps a list of all cities of the world from taking for ever. */
  private static final int MOST_PLACES = 200;

  private static final double KILOMETERS_A_DEGREE = 111.2;

  private final Knowledge knowledge;
  private final List<Place> places = new ArrayList<>();
  private final Map<Integer, Map<String, Double>> qualified = new HashMap<>();
  private final Map<Integer, Set<Integer>> qualifying = new HashMap<>();

  Surroundings(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * A place that is meant beyond doubt, and the group of mentions that means it. No group means
   * two.
   *
   * @param sameBefore the last one before it that is the same entity
   */
  private record Place(
      int group,
      Candidate candidate,
      String country,
      @Nullable Coordinates where,
      @Nullable Place sameBefore) {

    /** Whether no place before it but those of this group is the same. */
    boolean isFirstBut(int excluded) {
      return sameBefore == null || sameBefore.group == excluded && sameBefore.sameBefore == null;
    }
  }

  /** Notes what a group of mentions means beyond doubt. */
  void note(int group, Candidate candidate) {
    String country = knowledge.country(candidate.entity());
    if (candidate.type() == EntityType.PLACE && !country.isEmpty() && places.size() < MOST_PLACES) {
      Coordinates where = isCountry(candidate) ? null : knowledge.coordinates(candidate.entity());
      places.add(new Place(group, candidate, country, where, lastOf(candidate.entity())));
    }
  }

  private @Nullable Place lastOf(int entity) {
    for (int i = places.size() - 1; i >= 0; i--) {
      if (places.get(i).candidate().entity() == entity) {
        return places.get(i);
      }
    }
    return null;
  }

  /**
   * Notes that a name is followed by another, as in {@code Paris, Texas}.
   *
   * @param names what the first name may mean
   * @param qualifiers what the other name may mean
   */
  void noteQualified(
      Qualifiers.Pair pair, Iterable<Candidate> names, Iterable<Candidate> qualifiers) {
    Set<String> countries = new HashSet<>();
    names.forEach(name -> countries.add(knowledge.country(name.entity())));
    for (Candidate qualifier : qualifiers) {
      boolean isRegion = isRegion(qualifier);
      String country = knowledge.country(qualifier.entity());
      if (isRegion || isCountry(qualifier)) {
        double bonus = isRegion ? QUALIFIED_BY_REGION_BONUS : QUALIFIED_BONUS;
        qualified
            .computeIfAbsent(pair.name(), key -> new HashMap<>())
            .merge(country, bonus, Math::max);
      }
      if (isRegion && countries.contains(country)) {
        qualifying
            .computeIfAbsent(pair.qualifier(), key -> new HashSet<>())
            .add(qualifier.entity());
      }
    }
  }

  /** How much better a candidate fits than its prominence says; negative where it fits worse. */
  double fit(int group, Candidate candidate, Iterable<Candidate> rivals) {
    if (places.isEmpty() && qualified.isEmpty()) {
      return 0;
    }
    String country = knowledge.country(candidate.entity());
    if (country.isEmpty()) {
      return 0;
    }
    Evidence evidence = evidence(group, candidate.entity(), country);
    double fit = evidence.bonus();
    fit += isNearby(group, candidate.entity()) ? NEARBY_BONUS : 0;
    double qualifiedBonus = qualified.getOrDefault(group, Map.of()).getOrDefault(country, 0.0);
    fit += isCountry(candidate) ? 0 : qualifiedBonus;
    boolean qualifies = qualifying.getOrDefault(group, Set.of()).contains(candidate.entity());
    fit += qualifies ? QUALIFIER_BONUS : 0;
    if (evidence.bonus() == 0 && isCountry(candidate)) {
      for (Candidate rival : rivals) {
        String other = knowledge.country(rival.entity());
        if (isRegion(rival) && evidence(group, rival.entity(), other).domestic() >= SEVERAL) {
          return fit - LONELY_PENALTY;
        }
      }
    }
    return fit;
  }

  /**
   * What the names of a document say for a country.
   *
   * @param named whether the country itself is named
   * @param capital whether a place is that the news of other countries names as well
   * @param domestic how many other places of it are named
   */
  private record Evidence(boolean named, boolean capital, int domestic) {

    double bonus() {
      double places = domestic == 0 ? 0 : FIRST_DOMESTIC_BONUS + DOMESTIC_BONUS * (domestic - 1);
      double bonus = places + (named ? COUNTRY_BONUS : 0) + (capital ? CAPITAL_BONUS : 0);
      return Math.min(MOST_COUNTRY_BONUS, bonus);
    }
  }

  /** What other names than this group's say for a country. */
  private Evidence evidence(int group, int entity, String country) {
    boolean named = false;
    boolean capital = false;
    int domestic = 0;
    for (Place place : places) {
      Candidate other = place.candidate();
      if (place.group() == group || other.entity() == entity || !place.country().equals(country)) {
        continue;
      }
      named |= isCountry(other);
      capital |= !isCountry(other) && other.prominence() >= INTERNATIONAL;
      if (other.prominence() < INTERNATIONAL && place.isFirstBut(group)) {
        domestic++;
      }
    }
    return new Evidence(named, capital, domestic);
  }

  private boolean isNearby(int group, int entity) {
    Coordinates here = places.isEmpty() ? null : knowledge.coordinates(entity);
    if (here == null) {
      return false;
    }
    for (Place place : places) {
      boolean isOther = place.group() != group && place.candidate().entity() != entity;
      if (isOther && place.where() != null && kilometers(here, place.where()) < NEARBY_KILOMETERS) {
        return true;
      }
    }
    return false;
  }

  /** Near enough for short distances, off the poles. */
  private static double kilometers(Coordinates one, Coordinates other) {
    double north = one.latitude() - other.latitude();
    double east = (one.longitude() - other.longitude()) * Math.cos(Math.toRadians(one.latitude()));
    return KILOMETERS_A_DEGREE * Math.hypot(north, east);
  }

  private static boolean isCountry(Candidate candidate) {
    return candidate.prominence() >= Gazetteer.NAMES_A_COUNTRY;
  }

  private boolean isRegion(Candidate candidate) {
    return knowledge.id(candidate.entity()).startsWith("iso3166:");
  }
}
