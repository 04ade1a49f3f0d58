/** Events as JSON for people and programs without Avro, and the filters that readers ask for. */
@NullMarked
package dev.dateline.schemas.json;

import org.jspecify.annotations.NullMarked;
