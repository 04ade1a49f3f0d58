/** Finds the names in a text: where they stand and what kind of thing they name. */
@NullMarked
package dev.dateline.enrich.stage.name;

import org.jspecify.annotations.NullMarked;
