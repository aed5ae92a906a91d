package io.ashlar.internal.request;

/** What requests are checked against: one attribute of a model. */
public interface AttributeDescription {

    /** Returns the name in its model, or the path of one inside an embedded value: {@code place.city}. */
    String name();

    /** Returns what can be asked of it. */
    Kind kind();

    /** Returns the class of its values, primitive or not; where it holds several, of one. Not asked of relations. */
    Class<?> type();

    /** Returns the most digits a decimal may have; 0 where none are declared. */
    default int precision() {
        return 0;
    }

    /** Returns the digits of a decimal after the point, where a precision is declared. */
    default int scale() {
        return 0;
    }

    /** Returns whether its values must not be seen in messages. */
    boolean sensitive();

    /** Returns the model a relation leads to. Asked of relations only. */
    ModelDescription related();

    /** What can be asked of an attribute. */
    enum Kind {
        /** A text. */
        TEXT,
        /** Values with an order: numbers, dates, times, durations. */
        COMPARABLE,
        /** Values that are equal or not, and sorted somehow: booleans, characters, enums, UUIDs. */
        SORTABLE,
        /** There or not, and nothing else: JSON, binaries, converted values. */
        PLAIN,
        /** Several values of the first three kinds. */
        ELEMENTS,
        /** A value with attributes of its own. */
        EMBEDDED,
        /** A relation to one. */
        TO_ONE,
        /** A relation to many. */
        TO_MANY
    }
}
