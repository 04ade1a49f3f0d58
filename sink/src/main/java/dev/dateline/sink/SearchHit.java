package dev.dateline.sink;

import dev.dateline.sink.text.Snippet;

/**
 * What a search found.
 *
 * @param revision the newest revision of the article
 * @param rank how well it fits, comparable within one search; 0 where the query was blank
 * @param snippet the stretch of text around the words that were found
 */
public record SearchHit(StoredRevision revision, double rank, Snippet snippet) {}
