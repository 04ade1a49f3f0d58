/** Finds the running instance, or opens its data folder. */
@NullMarked
package dev.dateline.app.instance;

import org.jspecify.annotations.NullMarked;
