package io.ashlar.internal.request;

import java.util.Map;
import java.util.Optional;

/** What requests are checked against: one model, as the metamodel describes it. */
public interface ModelDescription {

    /** Returns what messages call it, such as {@code Post}. */
    String name();

    /**
     * Returns its attributes by name, in the order of the model. Those inside an embedded value are there too, by their
     * paths: {@code place} and {@code place.city}.
     */
    Map<String, ? extends AttributeDescription> attributes();

    /** Returns the attribute that is the id; empty where the id is of several. */
    Optional<? extends AttributeDescription> id();

    /** Returns whether it has searchable attributes. */
    boolean searchable();
}
