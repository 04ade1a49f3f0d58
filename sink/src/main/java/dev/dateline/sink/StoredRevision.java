package dev.dateline.sink;

import dev.dateline.schemas.EnrichedArticle;
import java.time.Instant;

/**
 * A revision as it was stored.
 *
 * @param article the event, equal to what the topic carried
 * @param storedAt when it was stored
 */
public record StoredRevision(EnrichedArticle article, Instant storedAt) {}
