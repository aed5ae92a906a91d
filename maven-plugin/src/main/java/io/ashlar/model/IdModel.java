package io.ashlar.model;

import java.util.List;

/**
 * How records of an entity are told apart.
 *
 * @param type what a record is retrieved by, boxed: the attribute's type, the embeddable's or the {@code @IdClass}
 * @param attributes the names of the attributes marked with {@code @Id} or {@code @EmbeddedId}; more than one with an
 *     {@code @IdClass}
 */
public record IdModel(JavaType type, List<String> attributes) {

    /** Copies the list. */
    public IdModel {
        attributes = List.copyOf(attributes);
    }
}
