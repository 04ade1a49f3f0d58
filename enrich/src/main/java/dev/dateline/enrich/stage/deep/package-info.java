/** The deep tagger: a multilingual encoder and small heads on its states. */
@NullMarked
package dev.dateline.enrich.stage.deep;

import org.jspecify.annotations.NullMarked;
