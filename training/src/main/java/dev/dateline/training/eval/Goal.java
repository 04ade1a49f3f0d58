package dev.dateline.training.eval;

import java.util.OptionalDouble;

/** What the taggers are to reach on the development sets, as shares of 1. */
public enum Goal {
  LANGUAGE_ARTICLE("language, ten sentences", "SIB-200, 60 languages", 0.995, Double.NaN),
  LANGUAGE_SENTENCE("language, one sentence", "SIB-200, 60 languages", 0.96, Double.NaN),
  ENTITIES_TOPIC_BG("entity forms, topic left out, F1", "SlavNER, bg", 0.80, 0.86),
  ENTITIES_TOPIC_OTHERS(
      "entity forms, topic left out, F1", "SlavNER, mean of cs pl ru sl uk", 0.80, 0.86),
  ENTITIES_LANGUAGE_BG("entity forms, language left out, F1", "SlavNER, bg", 0.75, 0.82),
  ENTITIES_LANGUAGE_OTHERS(
      "entity forms, language left out, F1", "SlavNER, mean of cs pl ru sl uk", 0.74, 0.82),
  ENTITIES_WRITTEN("entity forms, F1", "sentences written here and held back", 0.80, 0.90),
  BASE_FORM("base form right", "SlavNER, mean of cs pl ru sl uk", 0.80, 0.85),
  SAME_ID("same entity, same id across languages", "SlavNER, pairs with an id", 0.95, 0.95),
  COUNTRIES("countries linked to Wikidata", "NEREL", 0.98, 0.98),
  CITIES("cities linked to GeoNames", "NEREL, a sample of 200 checked by hand", 0.85, 0.85),
  TOPICS_SIB200(
      "top-level topic, mapped labels", "SIB-200 dev, 30 languages, no geography", 0.76, 0.82),
  TOPICS_ENG("top-level topic, mapped labels", "MasakhaNEWS dev, eng", 0.85, 0.87),
  TOPICS_FRA("top-level topic, mapped labels", "MasakhaNEWS dev, fra", 0.85, 0.87),
  TOPICS_SWA("top-level topic, mapped labels", "MasakhaNEWS dev, swa", 0.85, 0.87),
  TOPICS_YOR("top-level topic, mapped labels", "MasakhaNEWS dev, yor", 0.85, 0.87),
  TOPICS_BBC("the same, never trained on", "BBC", 0.93, 0.95),
  TOPICS_DPA("IPTC top level, micro F1, never trained on", "dpa", 0.60, 0.72);

  private final String what;
  private final String set;
  private final double fast;
  private final double deep;

  Goal(String what, String set, double fast, double deep) {
    this.what = what;
    this.set = set;
    this.fast = fast;
    this.deep = deep;
  }

  /** What is measured. */
  public String what() {
    return what;
  }

  /** What it is measured on. */
  public String set() {
    return set;
  }

  /** The least share, 0 to 1; empty where there is no goal for that tagger. */
  public OptionalDouble least(TaggerTier tagger) {
    double least = tagger == TaggerTier.FAST ? fast : deep;
    return Double.isNaN(least) ? OptionalDouble.empty() : OptionalDouble.of(least);
  }
}
