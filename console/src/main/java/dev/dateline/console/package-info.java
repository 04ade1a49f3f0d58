/** What operators look at: a page, JSON and a live stream of the enriched articles over HTTP. */
@NullMarked
package dev.dateline.console;

import org.jspecify.annotations.NullMarked;
