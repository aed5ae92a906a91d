/** What must change between two schemas, and what it may cost. Knows no SQL. */
@NullMarked
package io.ashlar.diff;

import org.jspecify.annotations.NullMarked;
