package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.link.KnownName.Candidate;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places that a document names otherwise than the knowledge base does: a country by an adjective
 * ({@code polského, российско-}) or with the form of its state ({@code Республики Кипр, белорусское
 * государство}), a city by an adjective ({@code московский}).
 */
final class IndirectPlaces {

  /** A smaller town than one of some 60,000 people is hardly known by its adjective. */
  private static final int NOTABLE = 120;

  /** Ends the first part of a compound: {@code российско-британский}. */
  private static final List<String> COMPOUND = List.of("ско", "сько");

  private final Gazetteer gazetteer;
  private final String language;
  private final Inflections inflections;
  private final StateWords stateWords;

  IndirectPlaces(Gazetteer gazetteer, String language) {
    this.gazetteer = gazetteer;
    this.language = language;
    this.inflections = Inflections.of(language);
    this.stateWords = new StateWords(language, inflections);
  }

  /** What a form may mean that was taken for a place and is no known name. */
  List<Candidate> of(String form) {
    Candidate country = country(form);
    return country == null ? places(NameKeys.folded(form)) : List.of(country);
  }

  /**
   * Whether a form reads like an adjective, so that it may mean more than a place of that name: at
   * the beginning of a sentence {@code Московский} is seldom the town.
   */
  static boolean mayBeAdjective(String form) {
    return PlaceAdjectives.isOne(NameKeys.folded(form));
  }

  private @Nullable Candidate country(String form) {
    Candidate byAdjective = countryOfAdjective(form);
    if (byAdjective != null) {
      return byAdjective;
    }
    String bare = withoutStateWords(form);
    if (bare.isEmpty() || bare.equals(form)) {
      return null;
    }
    for (Candidate candidate : gazetteer.lookUp(bare, language)) {
      if (candidate.type() == EntityType.PLACE
          && candidate.prominence() >= Gazetteer.NAMES_A_COUNTRY) {
        return candidate;
      }
    }
    return countryOfAdjective(bare);
  }

  private @Nullable Candidate countryOfAdjective(String form) {
    String country = CountryAdjectives.country(form, inflections, language);
    for (String end : COMPOUND) {
      if (country == null && form.endsWith(end)) {
        String adjective = form.substring(0, form.length() - 1) + "ий";
        country = CountryAdjectives.country(adjective, inflections, language);
      }
    }
    Integer entity = country == null ? null : gazetteer.countries().get(country);
    return entity == null
        ? null
        : new Candidate(
            entity, EntityType.PLACE, form, false, false, gazetteer.knowledge().prominence(entity));
  }

  /** What is left of a form without the words for the state at its edges. */
  private String withoutStateWords(String form) {
    Tokens tokens = Tokens.words(form);
    int from = 0;
    int to = tokens.size();
    while (from < to && stateWords.contain(NameKeys.folded(tokens.word(from)))) {
      from++;
    }
    while (to > from && stateWords.contain(NameKeys.folded(tokens.word(to - 1)))) {
      to--;
    }
    return from == to ? "" : form.substring(tokens.start(from), tokens.end(to - 1));
  }

  /** The places of the likeliest name that an adjective may come from; a country alone if it is. */
  private List<Candidate> places(String adjective) {
    for (String name : PlaceAdjectives.names(adjective)) {
      List<Candidate> places =
          gazetteer.lookUp(name, language).stream()
              .filter(place -> place.exact() && place.type() == EntityType.PLACE)
              .filter(place -> place.prominence() >= NOTABLE)
              .map(IndirectPlaces::inflected)
              .toList();
      if (!places.isEmpty()) {
        boolean country = places.get(0).prominence() >= Gazetteer.NAMES_A_COUNTRY;
        return country ? places.subList(0, 1) : places;
      }
    }
    return List.of();
  }

  private static Candidate inflected(Candidate place) {
    return new Candidate(
        place.entity(), place.type(), place.name(), false, place.weak(), place.prominence());
  }
}
