/** Ashlar, used as its users use it. */
@NullMarked
package io.ashlar.benchmark.ashlar;

import org.jspecify.annotations.NullMarked;
