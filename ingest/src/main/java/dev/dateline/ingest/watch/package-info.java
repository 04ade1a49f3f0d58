/**
 * Watches sources on the web, shared among processes by a consumer group over news.source.v1: who
 * owns a partition asks the sources in it and alone writes what is remembered of them.
 */
@NullMarked
package dev.dateline.ingest.watch;

import org.jspecify.annotations.NullMarked;
