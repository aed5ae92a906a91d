package io.ashlar.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a field: the database computes its value from other fields of the same row, and stores it.
 *
 * <pre>
 * &#64;Computed("price * quantity")
 * &#64;Column(precision = 12, scale = 2)
 * private BigDecimal total;
 * </pre>
 *
 * <p>The field is read-only: what a record holds in it is not sent, and a change of it is refused. It can be filtered,
 * sorted and indexed as any other. It is null where the expression is, so that {@code @Column(nullable = false)} demands
 * nothing of it.
 *
 * <p>Not on ids, versions, relations and collections, not together with {@link Default}, not inside an
 * {@code @Embeddable}; and the expression names no other computed field.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Computed {

    /**
     * The value in SQL: fields of the entity, or their columns, by name and without quotes, and what all databases of the
     * module understand alike, such as {@code price * quantity} or {@code firstName || ' ' || lastName}. Texts are joined
     * by {@code ||} on every database, MariaDB too. Of functions only those are allowed whose result depends on nothing but
     * their arguments; no subqueries.
     */
    String value();
}
