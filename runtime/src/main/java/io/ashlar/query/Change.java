package io.ashlar.query;

import org.jspecify.annotations.Nullable;

/**
 * A new value for one attribute: {@code _Post.title.set("Hi")}. What is not named stays as it is.
 *
 * @param <T> the model
 * @param attribute the name of an attribute of the model
 * @param value null to empty an optional attribute
 */
@SuppressWarnings("UnusedTypeParameter") // ties a change to its model at compile time
public record Change<T>(String attribute, @Nullable Object value) {}
