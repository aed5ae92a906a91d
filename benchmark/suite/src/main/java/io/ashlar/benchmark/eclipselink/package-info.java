/** EclipseLink used plainly, as a JPA provider. */
@NullMarked
package io.ashlar.benchmark.eclipselink;

import org.jspecify.annotations.NullMarked;
