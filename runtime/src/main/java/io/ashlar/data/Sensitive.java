package io.ashlar.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a field: its value never appears in a message, an exception or a log of Ashlar's. A failure still names the model
 * and the field. How the value is stored, found and returned does not change, and what your own code prints of a record
 * is its own.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sensitive {}
