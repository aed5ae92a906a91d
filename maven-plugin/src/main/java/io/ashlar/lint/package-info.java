/** What a migration's statements may do to rows, and to those who use them meanwhile. */
@NullMarked
package io.ashlar.lint;

import org.jspecify.annotations.NullMarked;
