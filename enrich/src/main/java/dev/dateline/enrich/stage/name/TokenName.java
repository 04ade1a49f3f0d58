package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.EntityType;

/** A name by tokens, {@code end} excluded. */
record TokenName(int begin, int end, EntityType type, double score) {

  TokenName withType(EntityType other) {
    return new TokenName(begin, end, other, score);
  }
}
