/** Measures what the same work costs by each of several ways to reach PostgreSQL from Java. */
@NullMarked
package io.ashlar.benchmark;

import org.jspecify.annotations.NullMarked;
