package dev.dateline.ingest.websub;

import java.time.Instant;

/**
 * When this process took in all that hubs told: it says of no other time what a hub did.
 *
 * @param since from when on
 * @param until up to when: what came later may lie unread
 */
public record Listening(Instant since, Instant until) {}
