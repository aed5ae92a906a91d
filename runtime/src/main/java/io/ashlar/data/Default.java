package io.ashlar.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value of the column for rows that do not say one, and of the field for records created without one. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Default {

    /** The value as text, in the form of the field's type: {@code "0"}, {@code "true"}, {@code "DRAFT"}. */
    String value();
}
