package io.ashlar.internal.model;

import io.ashlar.internal.mapping.Ulids;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes the values that the caller of a create leaves out.
 *
 * @param fills what is made before the row is sent
 * @param identity the column whose value the database makes; null for none
 * @param sequence where numbers come from; null for none
 */
public record Generation(
        List<Fill> fills,
        @Nullable Basic identity,
        @Nullable Sequence sequence) {

    private static final Ulids ULIDS = new Ulids(); // one for all modules: order holds across the JVM

    /** Copies the list. */
    public Generation {
        fills = List.copyOf(fills);
    }

    /** An attribute that gets a value when it has none. */
    public sealed interface Fill {

        /** Returns the attribute. */
        Basic attribute();

        /** Returns the next value. */
        Object next();
    }

    /** A ULID. */
    record Ulid(Basic attribute, String prefix) implements Fill {
        @Override
        public Object next() {
            return prefix + ULIDS.next();
        }
    }

    /** A random UUID, as such or as text. */
    record RandomUuid(Basic attribute) implements Fill {
        @Override
        public Object next() {
            UUID uuid = UUID.randomUUID();
            return attribute.access().type() == UUID.class ? uuid : uuid.toString();
        }
    }

    /** A fixed value. */
    record Constant(Basic attribute, Object value) implements Fill {
        @Override
        public Object next() {
            return value;
        }
    }

    /**
     * A sequence of the database.
     *
     * @param attribute that gets its numbers
     * @param size how many numbers one call of the sequence stands for; it returns the last of them
     */
    public record Sequence(Basic attribute, String name, int size) {}
}
