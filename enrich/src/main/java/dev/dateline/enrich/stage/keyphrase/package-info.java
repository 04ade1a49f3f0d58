/** Finds the phrases that say what a text is about. */
@NullMarked
package dev.dateline.enrich.stage.keyphrase;

import org.jspecify.annotations.NullMarked;
