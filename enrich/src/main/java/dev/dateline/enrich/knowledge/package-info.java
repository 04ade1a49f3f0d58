/** What Dateline knows of the world before it reads: immutable, loaded once, shared by threads. */
@NullMarked
package dev.dateline.enrich.knowledge;

import org.jspecify.annotations.NullMarked;
