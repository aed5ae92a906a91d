package io.ashlar.internal.request;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads numbers without ever rounding one: what does not fit is no value of the type. */
final class Numbers {

    /** More digits than this, before or after the point, are an attack: {@code 1e1000000000} is short to write. */
    private static final int MOST_DIGITS = 1_000;

    private Numbers() {}

    static ValueType whole(long least, long greatest, Function<BigDecimal, Object> made) {
        BigDecimal low = BigDecimal.valueOf(least);
        BigDecimal high = BigDecimal.valueOf(greatest);
        return new ValueType("a whole number from " + least + " to " + greatest, given -> {
            BigDecimal number = exactly(given);
            return number == null || isBroken(number) || number.compareTo(low) < 0 || number.compareTo(high) > 0
                    ? null
                    : made.apply(number);
        });
    }

    static ValueType bigInteger() {
        return new ValueType("a whole number", given -> {
            BigDecimal number = exactly(given);
            return number == null || isBroken(number) ? null : number.toBigIntegerExact();
        });
    }

    /** Takes numbers of {@code precision} digits, {@code scale} of them after the point; of any if that is 0. */
    static ValueType decimal(int precision, int scale) {
        if (precision == 0) {
            return new ValueType("a number", Numbers::exactly);
        }
        int before = precision - scale;
        String takes = "a number of at most " + before + " digits before the point and " + scale + " after it";
        return new ValueType(takes, given -> {
            BigDecimal number = exactly(given);
            return number == null
                            || number.scale() > scale
                            || (number.signum() != 0 && (long) number.precision() - number.scale() > before)
                    ? null
                    : number;
        });
    }

    static ValueType floatingDouble() {
        return new ValueType("a number that a double holds exactly", given -> {
            BigDecimal number = exactly(given);
            return number != null && isSame(number, number.doubleValue()) ? number.doubleValue() : null;
        });
    }

    static ValueType floatingFloat() {
        return new ValueType("a number that a float holds exactly", given -> {
            BigDecimal number = exactly(given);
            if (number == null) {
                return null;
            }
            float value = number.floatValue();
            boolean same = Float.isFinite(value) && new BigDecimal(Float.toString(value)).compareTo(number) == 0;
            return same || isSame(number, value) ? value : null;
        });
    }

    /** Returns whether {@code value} is the number, or is what everybody writes so, such as 0.1. */
    private static boolean isSame(BigDecimal number, double value) {
        return Double.isFinite(value)
                && (BigDecimal.valueOf(value).compareTo(number) == 0 || new BigDecimal(value).compareTo(number) == 0);
    }

    private static boolean isBroken(BigDecimal number) {
        return number.scale() > 0;
    }

    /** Returns the number without zeros at its end; null if it is none, or too long. */
    private static @Nullable BigDecimal exactly(Object given) {
        BigDecimal number = decimalOf(given);
        if (number == null) {
            return null;
        }
        BigDecimal exact = number.stripTrailingZeros();
        return exact.precision() > MOST_DIGITS || Math.abs((long) exact.scale()) > MOST_DIGITS ? null : exact;
    }

    private static @Nullable BigDecimal decimalOf(Object given) {
        if (given instanceof BigDecimal decimal) {
            return decimal;
        }
        if (given instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (given instanceof Byte || given instanceof Short || given instanceof Integer || given instanceof Long) {
            return BigDecimal.valueOf(((Number) given).longValue());
        }
        boolean floating = given instanceof Double || given instanceof Float;
        return floating && Double.isFinite(((Number) given).doubleValue()) ? new BigDecimal(given.toString()) : null;
    }
}
