package io.ashlar.pull;

import io.ashlar.database.Dialect;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of our types comes nearest to one of a database, in the words of the catalog. */
final class StoredTypes {

    private static final Pattern SIZED = Pattern.compile("([a-z ]+?)\\((\\d+)(?:,(\\d+))?\\)(.*)");
    private static final int LONGEST_VARCHAR = 10000;
    private static final int WIDEST_DECIMAL = 65;

    private StoredTypes() {}

    /** Returns the type; empty for one that no attribute can have. */
    static Optional<ColumnType> of(Dialect dialect, String text) {
        if (text.startsWith("enum(")) {
            return Optional.of(ColumnType.varchar(longest(text)));
        }
        Matcher sized = SIZED.matcher(text);
        if (!sized.matches()) {
            return plain(dialect, text).map(ColumnType::of);
        }
        int size = size(sized.group(2));
        if (text.equals("bit(1)") && dialect == Dialect.MARIADB) {
            return Optional.of(ColumnType.of(Kind.BOOLEAN));
        }
        String name = sized.group(1) + sized.group(4);
        return switch (name) {
            case "character varying", "character", "char" ->
                Optional.of(size > LONGEST_VARCHAR ? ColumnType.of(Kind.TEXT) : ColumnType.varchar(size));
            case "numeric" -> Optional.of(decimal(dialect, size, sized.group(3) == null ? 0 : size(sized.group(3))));
            default -> plain(dialect, name).map(ColumnType::of);
        };
    }

    private static ColumnType decimal(Dialect dialect, int size, int scale) {
        if (size > WIDEST_DECIMAL || (dialect == Dialect.MARIADB && size == WIDEST_DECIMAL)) {
            return ColumnType.of(scale == 0 ? Kind.BIG_INTEGER : Kind.DECIMAL);
        }
        return ColumnType.decimal(size, scale);
    }

    private static Optional<Kind> plain(Dialect dialect, String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "boolean" -> Kind.BOOLEAN;
                    case "tinyint" -> Kind.BYTE;
                    case "smallint", "tinyint unsigned", "year" -> Kind.SHORT;
                    case "integer", "smallint unsigned", "mediumint", "mediumint unsigned" -> Kind.INT;
                    case "bigint", "bigint unsigned", "integer unsigned" -> Kind.LONG;
                    case "real", "float" -> Kind.FLOAT;
                    case "double precision", "double" -> Kind.DOUBLE;
                    case "numeric", "decfloat" -> Kind.DECIMAL;
                    case "character varying", "text", "tinytext", "mediumtext", "longtext", "character large object" ->
                        Kind.TEXT;
                    case "bytea", "tinyblob", "blob", "mediumblob", "longblob", "binary large object" -> Kind.BINARY;
                    case "binary", "varbinary", "binary varying" -> Kind.BINARY;
                    case "uuid" -> Kind.UUID;
                    case "json", "jsonb" -> Kind.JSON;
                    case "date" -> Kind.LOCAL_DATE;
                    case "time" -> Kind.LOCAL_TIME;
                    case "timestamp with time zone" -> Kind.INSTANT;
                    case "timestamp" -> dialect == Dialect.MARIADB ? Kind.INSTANT : Kind.LOCAL_DATE_TIME;
                    case "datetime" -> Kind.LOCAL_DATE_TIME;
                    default -> null;
                });
    }

    private static int longest(String text) {
        return Arrays.stream(text.substring("enum(".length(), text.length() - 1).split(",", -1))
                .mapToInt(value -> value.length() - 2)
                .max()
                .orElse(1);
    }

    private static int size(String digits) {
        return (int) Math.min(Long.parseLong(digits), Integer.MAX_VALUE);
    }
}
