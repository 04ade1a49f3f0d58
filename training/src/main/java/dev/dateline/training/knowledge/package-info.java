/** Compiles the knowledge file out of registry packages and the project's own tables. */
@NullMarked
package dev.dateline.training.knowledge;

import org.jspecify.annotations.NullMarked;
