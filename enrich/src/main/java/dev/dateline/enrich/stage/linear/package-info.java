/** Small linear models over hashed features, shared by the stages that have one. */
@NullMarked
package dev.dateline.enrich.stage.linear;

import org.jspecify.annotations.NullMarked;
