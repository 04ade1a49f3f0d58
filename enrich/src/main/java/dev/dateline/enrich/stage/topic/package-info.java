/** Finds the subjects of a document among the IPTC Media Topics. */
@NullMarked
package dev.dateline.enrich.stage.topic;

import org.jspecify.annotations.NullMarked;
