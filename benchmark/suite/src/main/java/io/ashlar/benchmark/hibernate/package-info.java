/** Hibernate's StatelessSession, and the entities it shares with Spring Data. */
@NullMarked
package io.ashlar.benchmark.hibernate;

import org.jspecify.annotations.NullMarked;
