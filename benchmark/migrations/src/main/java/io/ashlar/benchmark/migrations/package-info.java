/** How long migrations take to write, and to find nothing to do. */
@NullMarked
package io.ashlar.benchmark.migrations;

import org.jspecify.annotations.NullMarked;
