package io.ashlar.internal.request;

import io.ashlar.internal.request.AttributeDescription.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The operators of filters, as callers write them: {@code $eq}. */
enum Operator {
    AND,
    OR,
    NOT,
    EQ,
    NE,
    IN,
    NIN,
    GT,
    GTE,
    LT,
    LTE,
    LIKE,
    ILIKE,
    RE,
    FULLTEXT,
    OVERLAP,
    CONTAINS,
    CONTAINED,
    EXISTS;

    /** Those that put filters together. */
    static final Set<Operator> CONNECTIVES = EnumSet.of(AND, OR, NOT);

    /** Those that ask a relation for the ids of its records. */
    static final Set<Operator> OF_TO_ONE = EnumSet.of(EQ, NE, IN, NIN, EXISTS);

    /** Those that ask a relation to many. Another record than one of many is not what {@code $ne} says. */
    static final Set<Operator> OF_TO_MANY = EnumSet.of(EQ, IN, EXISTS);

    /** Those that ask whether something is there. */
    static final Set<Operator> OF_EMBEDDED = EnumSet.of(EXISTS);

    private static final Set<Operator> OF_PLAIN = EnumSet.of(AND, OR, NOT, EQ, NE, EXISTS);
    private static final Set<Operator> OF_ELEMENTS = plus(OF_PLAIN, OVERLAP, CONTAINS, CONTAINED);
    private static final Set<Operator> OF_SORTABLE = plus(OF_PLAIN, IN, NIN);
    private static final Set<Operator> OF_COMPARABLE = plus(OF_SORTABLE, GT, GTE, LT, LTE);
    private static final Set<Operator> OF_TEXT = plus(OF_COMPARABLE, LIKE, ILIKE, RE, FULLTEXT, CONTAINS);

    private final String written = "$" + name().toLowerCase(Locale.ROOT);

    static Optional<Operator> of(String written) {
        for (Operator operator : values()) {
            if (operator.written.equals(written)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** Returns those that an attribute which is no relation takes. */
    static Set<Operator> of(Kind kind) {
        return switch (kind) {
            case TEXT -> OF_TEXT;
            case COMPARABLE -> OF_COMPARABLE;
            case SORTABLE -> OF_SORTABLE;
            case ELEMENTS -> OF_ELEMENTS;
            case PLAIN, EMBEDDED, TO_ONE, TO_MANY -> OF_PLAIN;
        };
    }

    static List<String> written(Set<Operator> operators) {
        return operators.stream().map(Operator::toString).toList();
    }

    /** Returns the operator as callers write it. */
    @Override
    public String toString() {
        return written;
    }

    private static Set<Operator> plus(Set<Operator> operators, Operator... more) {
        Set<Operator> all = EnumSet.copyOf(operators);
        all.addAll(Set.of(more));
        return all;
    }
}
