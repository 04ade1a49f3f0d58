/** Real parts for tests: a broker, a database, registries, and the contract of registries. */
@NullMarked
package dev.dateline.testkit;

import org.jspecify.annotations.NullMarked;
