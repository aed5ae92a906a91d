package io.ashlar.ddl;

import io.ashlar.schema.ColumnType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** How MariaDB spells types and values. */
final class MariadbTypes implements Types {

    private static final DateTimeFormatter UTC = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public String of(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case BYTE -> "tinyint";
            case SHORT -> "smallint";
            case INT -> "int";
            case LONG -> "bigint";
            case FLOAT, DOUBLE -> "double"; // a float is not read back as it was written
            case DECIMAL -> type.size() == 0 ? "decimal(65, 30)" : "decimal(" + type.size() + ", " + type.scale() + ")";
            case BIG_INTEGER -> "decimal(65, 0)";
            case CHAR -> "varchar(1)";
            case VARCHAR -> "varchar(" + type.size() + ")";
            case TEXT -> "longtext";
            case BINARY -> "longblob";
            case UUID -> "uuid";
            case INSTANT, LOCAL_DATE_TIME -> "datetime(6)";
            case LOCAL_DATE -> "date";
            case LOCAL_TIME -> "time(6)";
            case DURATION -> "decimal(28, 9)";
            case JSON -> "json";
        };
    }

    @Override
    public String identity() {
        return " auto_increment";
    }

    /** The backslash escapes here, in no other dialect. */
    @Override
    public String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    public String literal(ColumnType type, String value) {
        return type.kind() == ColumnType.Kind.INSTANT
                ? text(UTC.format(Instant.parse(value)))
                : Types.super.literal(type, value);
    }

    @Override
    public String utc(String value, ColumnType to) {
        return value; // both are stored alike
    }

    @Override
    public String matches(String text, String pattern) {
        return text + " regexp " + text("^(" + pattern + ")$");
    }

    @Override
    public String asText(String value) {
        return "cast(" + value + " as char(1000))";
    }
}
