/** What a careful programmer writes by hand. */
@NullMarked
package io.ashlar.benchmark.jdbc;

import org.jspecify.annotations.NullMarked;
