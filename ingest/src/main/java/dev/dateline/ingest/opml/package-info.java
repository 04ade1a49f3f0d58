/** OPML, in which lists of feeds are handed on: bytes to records. Pure. */
@NullMarked
package dev.dateline.ingest.opml;

import org.jspecify.annotations.NullMarked;
