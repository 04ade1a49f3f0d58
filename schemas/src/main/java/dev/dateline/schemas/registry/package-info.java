/** Client for schema registries that speak the Confluent REST API. */
@NullMarked
package dev.dateline.schemas.registry;

import org.jspecify.annotations.NullMarked;
