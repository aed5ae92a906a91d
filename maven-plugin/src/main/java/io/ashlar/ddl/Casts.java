package io.ashlar.ddl;

import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;

/** Stored values in the form of another type, where a dialect can say so in an expression. */
final class Casts {

    private Casts() {}

    /** Returns {@code value}, an expression of one type, in another. */
    static String cast(Types types, String value, ColumnType from, ColumnType to) {
        boolean toText = isText(to);
        if (from.kind() == Kind.BOOLEAN) {
            return toText
                    ? "case when " + value + " then 'true' when not " + value + " then 'false' end"
                    : "case when " + value + " then 1 when not " + value + " then 0 end";
        }
        if (to.kind() == Kind.BOOLEAN) {
            return isText(from)
                    ? "case " + value + " when 'true' then true when 'false' then false end"
                    : value + " <> 0";
        }
        if (from.kind() == Kind.INSTANT || to.kind() == Kind.INSTANT) {
            return types.utc(value, to);
        }
        // a large text is no source of most casts
        String source = from.kind() == Kind.TEXT && !toText ? "cast(" + value + " as varchar(100))" : value;
        return "cast(" + source + " as " + types.of(to) + ")";
    }

    static boolean isText(ColumnType type) {
        return type.kind() == Kind.CHAR || type.kind() == Kind.VARCHAR || type.kind() == Kind.TEXT;
    }
}
