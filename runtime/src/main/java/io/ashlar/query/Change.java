package io.ashlar.query;

import org.jspecify.annotations.Nullable;

/**
 * A new value for one attribute: {@code _Post.title.set("Hi")}; or a value that it must have still for the update to be
 * done: {@code _Post.version.expect(3)}. What is not named stays as it is. As a text it names no value, since that may be
 * sensitive.
 *
 * @param <T> the model
 * @param attribute the name of an attribute of the model
 * @param value null to empty an optional attribute
 * @param expected whether this is the value that the attribute must have, instead of a new one
 */
@SuppressWarnings("UnusedTypeParameter") // ties a change to its model at compile time
public record Change<T>(String attribute, @Nullable Object value, boolean expected) {

    /** Sets an attribute. */
    public Change(String attribute, @Nullable Object value) {
        this(attribute, value, false);
    }

    @Override
    public String toString() {
        return attribute + (expected ? " is ?" : " = ?");
    }
}
