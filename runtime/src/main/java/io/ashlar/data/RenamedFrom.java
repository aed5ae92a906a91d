package io.ashlar.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a field or a data model: what it was called before, so that the next migration renames its columns or its table
 * and keeps the rows. Names of fields and classes are given as they were in Java, those of columns and tables that an
 * annotation gave as they were there.
 *
 * <p>It may stay once the migration is written, where it does nothing, or go.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RenamedFrom {

    /** The name before, such as {@code "body"} or {@code "Post"}. */
    String value();
}
