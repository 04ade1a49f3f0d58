package dev.dateline.training.name;

import dev.dateline.enrich.stage.EntityType;

/** A name that somebody marked in a text, by UTF-16 offsets, {@code end} excluded. */
public record MarkedName(int start, int end, EntityType type) {}
