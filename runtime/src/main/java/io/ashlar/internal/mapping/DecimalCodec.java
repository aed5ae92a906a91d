package io.ashlar.internal.mapping;

import java.math.BigDecimal;

/**
 * Decimals of limited digits; databases would round what does not fit.
 *
 * @param precision all digits
 * @param scale digits after the point
 * @param stripped whether the database pads values with zeros that the value did not have
 */
record DecimalCodec(int precision, int scale, boolean stripped) implements Codec {

    @Override
    public Object write(Object value) {
        var decimal = (BigDecimal) value;
        var plain = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        if (plain.scale() > scale || plain.precision() - plain.scale() > precision - scale) {
            throw new Unstorable(decimal + " needs more than " + (precision - scale) + " digits before the point or "
                    + scale + " after it");
        }
        return decimal;
    }

    @Override
    public Object read(Object stored) {
        if (!stripped) {
            return stored;
        }
        var plain = ((BigDecimal) stored).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
