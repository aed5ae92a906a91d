/** jOOQ. */
@NullMarked
package io.ashlar.benchmark.jooq;

import org.jspecify.annotations.NullMarked;
