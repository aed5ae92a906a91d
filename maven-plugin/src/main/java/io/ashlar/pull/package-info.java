/** Starts a module's models from tables that exist. */
@NullMarked
package io.ashlar.pull;

import org.jspecify.annotations.NullMarked;
