package io.ashlar.ddl;

import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.Expression;
import io.ashlar.schema.Index;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL of MariaDB 10.6 and later. */
final class MariadbDdl extends Ddl {

    private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]|\\\\.|'')*'|`[^`]*`", Pattern.DOTALL);

    MariadbDdl() {
        super(new MariadbTypes());
    }

    @Override
    String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** A binary collation without padding: values are equal exactly when they are on PostgreSQL. */
    @Override
    String tableOptions(Table table) {
        String comment = table.comment();
        return " engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin"
                + (comment == null ? "" : " comment " + literal(comment));
    }

    @Override
    String inlineComment(Column column) {
        String comment = column.comment();
        return comment == null ? "" : " comment " + literal(comment);
    }

    @Override
    String comments(String table, @Nullable String comment, List<Column> columns) {
        return "";
    }

    /** MariaDB indexes all rows or none. */
    @Override
    boolean partial(Unique unique) {
        return false;
    }

    @Override
    String where(boolean liveOnly, @Nullable Expression where) {
        return "";
    }

    @Override
    String searchIndex(String table, Index index) {
        return "";
    }

    /** Stored, because InnoDB purges entries of indexes on virtual columns by computing them anew. */
    @Override
    String computed(String column, String type, String sql, boolean hidden) {
        return quote(column) + " " + type + " generated always as (" + sql + ") stored" + (hidden ? " invisible" : "");
    }

    /** Each statement commits here, so one that does all of it cannot stop half-way. */
    @Override
    String alterAll(String table, List<String> actions) {
        return alter(table, String.join(",\n    ", actions));
    }

    /** MariaDB takes {@code ||} for "or" unless told otherwise; it stores what it understood. */
    @Override
    String joiningTexts(String statements) {
        if (!QUOTED.matcher(statements).replaceAll("").contains("||")) {
            return statements;
        }
        return "set @ashlar_sql_mode = @@sql_mode, sql_mode = concat(@@sql_mode, ',PIPES_AS_CONCAT');\n" + statements
                + "set sql_mode = @ashlar_sql_mode;\n";
    }

    private static final class MariadbTypes implements Types {

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
                case DECIMAL ->
                    type.size() == 0 ? "decimal(65, 30)" : "decimal(" + type.size() + ", " + type.scale() + ")";
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
    }
}
