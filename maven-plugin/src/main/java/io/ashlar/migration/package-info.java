/** The files of migrations: names, order, snapshot, writing. */
@NullMarked
package io.ashlar.migration;

import org.jspecify.annotations.NullMarked;
