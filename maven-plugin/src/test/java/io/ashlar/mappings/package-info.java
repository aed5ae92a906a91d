/** Each kind of mapping through the service's methods, on tables that a migration makes. Null is left in on purpose. */
@NullUnmarked
package io.ashlar.mappings;

import org.jspecify.annotations.NullUnmarked;
