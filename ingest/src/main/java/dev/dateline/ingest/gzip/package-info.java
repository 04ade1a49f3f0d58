/** What is packed as gzip (RFC 1952), however hostile. */
@NullMarked
package dev.dateline.ingest.gzip;

import org.jspecify.annotations.NullMarked;
