/** Balances what each stage handed on with what became of it. */
@NullMarked
package dev.dateline.app.ledger;

import org.jspecify.annotations.NullMarked;
