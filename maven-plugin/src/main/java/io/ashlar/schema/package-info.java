/** Tables as values, and who reads them from the models. Knows no SQL. */
@NullMarked
package io.ashlar.schema;

import org.jspecify.annotations.NullMarked;
