/** What became of articles, counted where it is committed. */
@NullMarked
package dev.dateline.runtime.ledger;

import org.jspecify.annotations.NullMarked;
