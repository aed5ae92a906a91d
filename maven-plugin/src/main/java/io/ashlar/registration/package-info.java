/** From the {@code <modules>} of the plugin's configuration to built modules. Knows no Maven. */
@NullMarked
package io.ashlar.registration;

import org.jspecify.annotations.NullMarked;
