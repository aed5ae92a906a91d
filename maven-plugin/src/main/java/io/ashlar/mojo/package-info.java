/** Maven's side of the door: parameters in, reports out, no decisions. */
@NullMarked
package io.ashlar.mojo;

import org.jspecify.annotations.NullMarked;
