/** What all readers share: charsets, markup, clean text, times, languages, addresses. Pure. */
@NullMarked
package dev.dateline.ingest.text;

import org.jspecify.annotations.NullMarked;
