/** A change as SQL, a class per dialect. Compares nothing. */
@NullMarked
package io.ashlar.ddl;

import org.jspecify.annotations.NullMarked;
