/** Commands that make the data that the taggers come with. */
@NullMarked
package dev.dateline.training;

import org.jspecify.annotations.NullMarked;
