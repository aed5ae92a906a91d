package io.ashlar.internal.crud;

import org.eclipse.persistence.expressions.Expression;

/** What is left of a filter once its constant parts are worked out, so that an accident is seen before it runs. */
sealed interface Condition {

    /** Known without asking the database. */
    enum Known implements Condition {
        /** Every record. */
        ALWAYS,
        /** No record. */
        NEVER
    }

    /** Matches what the database says. */
    record Sometimes(Expression expression) implements Condition {}

    default Condition and(Condition other) {
        if (this instanceof Sometimes one && other instanceof Sometimes two) {
            return new Sometimes(one.expression.and(two.expression));
        }
        return this == Known.NEVER || other == Known.ALWAYS ? this : other;
    }

    default Condition or(Condition other) {
        if (this instanceof Sometimes one && other instanceof Sometimes two) {
            return new Sometimes(one.expression.or(two.expression));
        }
        return this == Known.ALWAYS || other == Known.NEVER ? this : other;
    }

    default Condition not() {
        if (this instanceof Sometimes some) {
            return new Sometimes(some.expression.not());
        }
        return this == Known.NEVER ? Known.ALWAYS : Known.NEVER;
    }
}
