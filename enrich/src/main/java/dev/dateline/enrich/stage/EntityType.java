package dev.dateline.enrich.stage;

/** Kinds of entities. CONCEPT holds offices, currencies, laws and initiatives. */
public enum EntityType {
  PERSON,
  ORGANIZATION,
  PLACE,
  EVENT,
  PRODUCT,
  CONCEPT
}
