/** Finds the language of a text by a small linear model over letter sequences and words. */
@NullMarked
package dev.dateline.enrich.stage.language;

import org.jspecify.annotations.NullMarked;
