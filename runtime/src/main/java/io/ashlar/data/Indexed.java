package io.ashlar.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an entity: an index, or a unique constraint, of the records that are not softly deleted, and of some of them only
 * where there is a condition. {@link jakarta.persistence.Index} and {@link jakarta.persistence.UniqueConstraint} count
 * all rows.
 *
 * <pre>
 * &#64;Entity
 * &#64;Indexed({"status", "createdAt desc"})
 * &#64;Indexed(value = {"author", "slug"}, unique = true)
 * &#64;Indexed(value = "email", unique = true, where = "status = 'ACTIVE'")
 * public class Post extends Model {
 * </pre>
 *
 * <p>A unique one demands the same on every database. One that only makes reading faster holds the chosen records on
 * PostgreSQL, and all of them on H2 and MariaDB, which have no partial indexes. Also read from a
 * {@code @MappedSuperclass}, for each entity below it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Indexed.List.class)
public @interface Indexed {

    /**
     * The fields, most significant first, each with {@code desc} after it where it counts down: {@code {"status", "createdAt
     * desc"}}. A to-one relation is a field too. Names of columns do as well. A unique one has no direction.
     */
    String[] value();

    /** Whether no two of the records may share their values; records without a value never collide. */
    boolean unique() default false;

    /**
     * Which records count, in SQL: fields or columns by name and without quotes, and what all databases of the module
     * understand alike, such as {@code status = 'ACTIVE'}. Empty for all.
     */
    String where() default "";

    /**
     * The name in the database; empty for one that is derived from the table and the columns. Needed where two indexes have
     * the same columns.
     */
    String name() default "";

    /** Whether softly deleted records count too. A value they hold is then taken until they are deleted for good. */
    boolean withDeleted() default false;

    /** Several of them; the compiler writes it. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /** The indexes. */
        Indexed[] value();
    }
}
