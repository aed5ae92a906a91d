package io.ashlar.pull;

import io.ashlar.schema.Column;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Table;

/** What an entity has of its table, or of one that joins it with another. */
sealed interface Attribute {

    /** Returns its name in Java. */
    String name();

    /** Returns whether it is the id, or a part of it. */
    default boolean id() {
        return false;
    }

    /** Returns what {@code visitor} makes of it. */
    <R> R accept(Visitor<R> visitor);

    /** Holds the value of a column. */
    record Plain(String name, Column column, boolean id) implements Attribute {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.plain(this);
        }
    }

    /** Holds the record that a column points to. */
    record ToOne(String name, Column column, ForeignKey key, boolean id) implements Attribute {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toOne(this);
        }
    }

    /** Holds the records that a table joins with this one. */
    record ToMany(String name, Table join, ForeignKey own, ForeignKey other) implements Attribute {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toMany(this);
        }
    }

    /** One answer for each kind. */
    interface Visitor<R> {

        R plain(Plain attribute);

        R toOne(ToOne attribute);

        R toMany(ToMany attribute);
    }
}
