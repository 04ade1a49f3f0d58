/** Numbers the revisions of articles and tells repeats and late observations from news. */
@NullMarked
package dev.dateline.enrich.register;

import org.jspecify.annotations.NullMarked;
