/** Feeds (RSS 0.9 to 2.0, RDF, Atom, JSON Feed): bytes to records. Pure. */
@NullMarked
package dev.dateline.ingest.feed;

import org.jspecify.annotations.NullMarked;
