package io.ashlar;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the one service class of a module: its name and its data models. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Module {

    /** Unique in an application: lower-case letters, digits and single hyphens, starting with a letter. */
    String name();

    /** The JPA entities this module owns; none for a module without data. */
    Class<?>[] models() default {};

    /**
     * Whether events of this module are durable: stored by the transaction of the change in the table
     * {@code <module>_outbox}, which its migrations create, and delivered at least once. See {@link io.ashlar.event.Events}.
     */
    boolean outbox() default false;
}
