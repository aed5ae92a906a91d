package io.ashlar.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@code String} id: a <a href="https://github.com/ulid/spec">ULID</a> is assigned by the client when the record is
 * created without one, monotonic within a millisecond. An id given by the caller is kept.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Ulid {

    /** Written before the ULID, with an underscore: {@code post} gives {@code post_01J...}; empty for none. */
    String prefix() default "";
}
