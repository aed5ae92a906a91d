package io.ashlar.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a field of any type Jackson reads and writes: stored as JSON in one column ({@code jsonb} on PostgreSQL). Fields of
 * type {@code List}, {@code Set} or {@code Map} that are no relation and no element collection are stored so without it.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Json {}
