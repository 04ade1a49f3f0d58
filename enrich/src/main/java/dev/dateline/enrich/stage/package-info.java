/** The tagging stages: pure functions from a document and immutable knowledge to tags. */
@NullMarked
package dev.dateline.enrich.stage;

import org.jspecify.annotations.NullMarked;
