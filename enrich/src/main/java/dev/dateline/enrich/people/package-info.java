/** Persons learnt from the stream: names that several publishers use. Pure. */
@NullMarked
package dev.dateline.enrich.people;

import org.jspecify.annotations.NullMarked;
