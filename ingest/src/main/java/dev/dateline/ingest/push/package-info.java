/** Takes articles that are pushed over HTTP. */
@NullMarked
package dev.dateline.ingest.push;

import org.jspecify.annotations.NullMarked;
