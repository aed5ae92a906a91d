package io.ashlar.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a text field: free-text search looks into it, anywhere in the text and in any case. On PostgreSQL a trigram index
 * serves it where the extension {@code pg_trgm} is there or may be created; else, and on H2 and MariaDB, the database
 * reads row by row.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Searchable {}
