package io.ashlar.diff;

import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;

/** What becomes of stored values when their column gets another type. */
public enum Conversion {
    /** Every value is kept, in the form of the new type. */
    WIDENS,
    /** Each value either fits exactly or stops the migration before it starts. */
    FITS_OR_STOPS,
    /** Digits, times of day or zones can be lost. */
    ROUNDS,
    /** No rule leads from one type to the other. */
    NONE;

    /** Digits before the point that MariaDB keeps of a decimal without size. */
    private static final int OPEN_DIGITS = 35;

    /** Digits after the point that MariaDB keeps of a decimal without size. */
    private static final int OPEN_SCALE = 30;

    /** Digits of an integer without size that MariaDB keeps. */
    private static final int BIG_DIGITS = 65;

    /** More digits than any type has that says how many. */
    private static final int WIDEST = 1000;

    /** Returns whether no value can be lost, and none can stop the migration. */
    public boolean keepsAll() {
        return this == WIDENS;
    }

    /** Returns what happens from one type to another, the same on every dialect: what the strictest of them does. */
    public static Conversion of(ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return WIDENS;
        }
        if (isText(from)) {
            return fromText(from, to);
        }
        if (isText(to)) {
            return toText(from, to);
        }
        if (isInteger(from) && to.kind() == Kind.BOOLEAN) {
            return FITS_OR_STOPS;
        }
        if (isExact(from) && isExact(to)) {
            return exact(from, to);
        }
        if (isExact(from) && isFloating(to)) {
            return scale(from, WIDEST) == 0 && digits(from, WIDEST) <= (to.kind() == Kind.FLOAT ? 5 : 10)
                    ? WIDENS
                    : ROUNDS;
        }
        if (isFloating(from) && (isExact(to) || isFloating(to))) {
            return to.kind() == Kind.DOUBLE ? WIDENS : ROUNDS;
        }
        return switch (from.kind()) {
            case BOOLEAN -> isInteger(to) ? WIDENS : NONE;
            case LOCAL_DATE -> to.kind() == Kind.LOCAL_DATE_TIME ? WIDENS : NONE;
            case LOCAL_DATE_TIME -> to.kind() == Kind.LOCAL_DATE || to.kind() == Kind.INSTANT ? ROUNDS : NONE;
            case INSTANT -> to.kind() == Kind.LOCAL_DATE_TIME ? ROUNDS : NONE;
            default -> NONE;
        };
    }

    private static Conversion fromText(ColumnType from, ColumnType to) {
        if (isText(to)) {
            return length(to) >= length(from) ? WIDENS : FITS_OR_STOPS;
        }
        return isExact(to) || to.kind() == Kind.UUID || to.kind() == Kind.BOOLEAN ? FITS_OR_STOPS : NONE;
    }

    private static Conversion toText(ColumnType from, ColumnType to) {
        int longest = switch (from.kind()) {
            case BOOLEAN -> 5;
            case BYTE, SHORT, INT, LONG -> digits(from, WIDEST) + 1;
            case DECIMAL -> from.size() == 0 ? Integer.MAX_VALUE : from.size() + 3;
            case BIG_INTEGER -> Integer.MAX_VALUE;
            case UUID -> 36;
            default -> -1;
        };
        if (longest < 0) {
            return NONE;
        }
        return length(to) >= longest ? WIDENS : FITS_OR_STOPS;
    }

    private static Conversion exact(ColumnType from, ColumnType to) {
        boolean keepsScale = scale(to, OPEN_SCALE) >= scale(from, WIDEST);
        // the largest integer has a digit that not every number may have
        int room = isInteger(to) && !isInteger(from) ? digits(to, OPEN_DIGITS) - 1 : digits(to, OPEN_DIGITS);
        return keepsScale && room >= digits(from, WIDEST) ? WIDENS : FITS_OR_STOPS;
    }

    private static boolean isText(ColumnType type) {
        return type.kind() == Kind.CHAR || type.kind() == Kind.VARCHAR || type.kind() == Kind.TEXT;
    }

    private static int length(ColumnType type) {
        return switch (type.kind()) {
            case CHAR -> 1;
            case VARCHAR -> type.size();
            default -> Integer.MAX_VALUE;
        };
    }

    private static boolean isInteger(ColumnType type) {
        return switch (type.kind()) {
            case BYTE, SHORT, INT, LONG -> true;
            default -> false;
        };
    }

    private static boolean isExact(ColumnType type) {
        return isInteger(type) || type.kind() == Kind.BIG_INTEGER || type.kind() == Kind.DECIMAL;
    }

    private static boolean isFloating(ColumnType type) {
        return type.kind() == Kind.FLOAT || type.kind() == Kind.DOUBLE;
    }

    /** Digits before the point; {@code open} where the type leaves them to the database. */
    private static int digits(ColumnType type, int open) {
        return switch (type.kind()) {
            case BYTE -> 3;
            case SHORT -> 5;
            case INT -> 10;
            case LONG -> 19;
            case BIG_INTEGER -> open == WIDEST ? WIDEST : BIG_DIGITS;
            default -> type.size() == 0 ? open : type.size() - type.scale();
        };
    }

    /** Digits after the point; {@code open} where the type leaves them to the database. */
    private static int scale(ColumnType type, int open) {
        if (type.kind() != Kind.DECIMAL) {
            return 0;
        }
        return type.size() == 0 ? open : type.scale();
    }
}
