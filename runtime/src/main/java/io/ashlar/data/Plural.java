package io.ashlar.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an entity: what many of them are called in the methods of the service, where the English plural of its name is not
 * what you say. {@code @Plural("Persons")} on {@code Person} gives {@code listPersons} instead of {@code listPeople}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Plural {

    /** Begins with a capital letter and goes on as a Java name does. */
    String value();
}
