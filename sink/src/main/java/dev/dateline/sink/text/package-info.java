/** Words, queries and snippets of full-text search, for scripts with and without spaces. */
@NullMarked
package dev.dateline.sink.text;

import org.jspecify.annotations.NullMarked;
