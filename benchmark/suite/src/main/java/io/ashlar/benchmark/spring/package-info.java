/** Spring Data JPA on Hibernate. */
@NullMarked
package io.ashlar.benchmark.spring;

import org.jspecify.annotations.NullMarked;
