/** Matches names with the knowledge base, decides which entity each means, and groups mentions. */
@NullMarked
package dev.dateline.enrich.stage.link;

import org.jspecify.annotations.NullMarked;
