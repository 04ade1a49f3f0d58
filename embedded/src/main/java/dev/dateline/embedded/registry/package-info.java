/** A small schema registry that speaks the Confluent REST API and keeps its state in Kafka. */
@NullMarked
package dev.dateline.embedded.registry;

import org.jspecify.annotations.NullMarked;
