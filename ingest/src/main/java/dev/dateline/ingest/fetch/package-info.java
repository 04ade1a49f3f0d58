/**
 * Fetches from the web: safely (checked addresses, bounded bytes and time) and politely
 * (robots.txt, one request a host at a time, reservations read). Knows nothing of Kafka.
 */
@NullMarked
package dev.dateline.ingest.fetch;

import org.jspecify.annotations.NullMarked;
