package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.TextSpan;

/**
 * A name where it stands in a text.
 *
 * @param score confidence in the span and its type, 0 to 1
 */
public record NameSpan(TextSpan span, EntityType type, double score) {}
