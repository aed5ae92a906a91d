package io.ashlar.ddl;

import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;
import java.math.BigInteger;
import java.util.Optional;

/** Which stored values another type cannot hold. */
final class Misfit {

    private static final int BIG_DIGITS = 65;
    private static final String HEX = "[0-9a-fA-F]";

    private Misfit() {}

    /** Returns the condition that a value, not null, does not fit; empty where every value does. */
    static Optional<String> condition(Types types, String value, ColumnType from, ColumnType to) {
        if (Casts.isText(to)) {
            return to.kind() == Kind.TEXT ? Optional.empty() : Optional.of(tooLong(types, value, from, to));
        }
        if (Casts.isText(from)) {
            // a large text has no place in most expressions
            return ofText(types, from.kind() == Kind.TEXT ? types.asText(value) : value, to);
        }
        if (to.kind() == Kind.BOOLEAN) {
            return Optional.of(value + " not in (0, 1)");
        }
        boolean floating = from.kind() == Kind.FLOAT || from.kind() == Kind.DOUBLE;
        boolean rounds = !floating && from.kind() == Kind.DECIMAL;
        return switch (to.kind()) {
            case BYTE, SHORT, INT, LONG ->
                Optional.of(outside(value, to) + (rounds ? " or " + value + " <> round(" + value + ", 0)" : ""));
            case DECIMAL -> decimal(value, to, rounds);
            case BIG_INTEGER -> rounds ? Optional.of(value + " <> round(" + value + ", 0)") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String tooLong(Types types, String value, ColumnType from, ColumnType to) {
        int length = to.kind() == Kind.CHAR ? 1 : to.size();
        return "char_length(" + (Casts.isText(from) ? value : types.asText(value)) + ") > " + length;
    }

    private static Optional<String> decimal(String value, ColumnType to, boolean rounds) {
        if (to.size() == 0) {
            return Optional.empty();
        }
        String most = BigInteger.TEN.pow(to.size() - to.scale()).toString();
        String large = "abs(" + value + ") >= " + most;
        return Optional.of(rounds ? large + " or " + value + " <> round(" + value + ", " + to.scale() + ")" : large);
    }

    private static String outside(String value, ColumnType type) {
        int bits = switch (type.kind()) {
            case BYTE -> 7;
            case SHORT -> 15;
            case INT -> 31;
            default -> 63;
        };
        BigInteger end = BigInteger.TWO.pow(bits);
        return value + " < " + end.negate() + " or " + value + " > " + end.subtract(BigInteger.ONE);
    }

    private static Optional<String> ofText(Types types, String value, ColumnType to) {
        return switch (to.kind()) {
            case BOOLEAN -> Optional.of(value + " not in ('true', 'false')");
            case UUID ->
                Optional.of("not ("
                        + types.matches(value, HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}")
                        + ")");
            case BIG_INTEGER -> Optional.of("not (" + types.matches(value, "-?[0-9]{1," + BIG_DIGITS + "}") + ")");
            case BYTE, SHORT, INT, LONG -> {
                String digits = types.matches(value, "-?[0-9]{1,30}");
                yield Optional.of("case when " + digits + " then "
                        + outside("cast(" + value + " as decimal(38, 0))", to) + " else true end");
            }
            case DECIMAL -> {
                int whole = to.size() == 0 ? 35 : to.size() - to.scale();
                int scale = to.size() == 0 ? 30 : to.scale();
                String fraction = scale == 0 ? "" : "([.][0-9]{1," + scale + "})?";
                yield Optional.of("not ("
                        + types.matches(value, "-?[0-9]{" + (whole == 0 ? 0 : 1) + "," + whole + "}" + fraction) + ")");
            }
            default -> Optional.empty();
        };
    }
}
