/** Takes articles from where they are published to news.article.v1. */
@NullMarked
package dev.dateline.ingest;

import org.jspecify.annotations.NullMarked;
