package io.ashlar.pull;

import java.util.List;

/**
 * One attribute of a pulled model, as the template writes it.
 *
 * @param annotations in Java, each on a line of its own
 * @param type as the file writes it
 * @param accessor the name with a capital, after {@code get} and {@code set}
 */
public record PulledField(List<String> annotations, String type, String name, String accessor) {

    /** Copies. */
    public PulledField {
        annotations = List.copyOf(annotations);
    }
}
