package io.ashlar.diff;

/**
 * What a step does to one thing, so that steps of two branches can be told apart that get into each other's way.
 *
 * @param table or sequence
 * @param part a column or constraint of it; empty for the whole
 * @param kind how far others may go on with it
 * @param verb such as {@code drops}, for messages
 */
record Touch(String table, String part, Kind kind, String verb) {

    /** How a thing is touched. */
    enum Kind {
        /** It has to be there. */
        NEEDS,
        /** It becomes another, and those that need it can go on. */
        CHANGES,
        /** It goes, comes under another name, or holds other values. */
        ENDS
    }

    /** Returns whether the two cannot be done one after the other, in any order, with the same outcome. */
    boolean collidesWith(Touch other) {
        if (!table.equals(other.table)) {
            return false;
        }
        boolean ends = kind == Kind.ENDS || other.kind == Kind.ENDS;
        if (part.equals(other.part)) {
            return ends || (kind == Kind.CHANGES && other.kind == Kind.CHANGES);
        }
        return (part.isEmpty() && kind == Kind.ENDS) || (other.part.isEmpty() && other.kind == Kind.ENDS);
    }

    /** Returns the thing in words. */
    String object() {
        return part.isEmpty() ? table : table + "." + part;
    }

    @Override
    public String toString() {
        return verb + " " + object();
    }
}
