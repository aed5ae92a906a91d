package io.ashlar.operation;

import io.ashlar.operation.Catalog.CatalogColumn;
import io.ashlar.operation.Catalog.CatalogTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what MariaDB says it would create a table by, a line for each part: its catalog tells nothing of temporary tables.
 */
final class MariadbCatalog {

    private static final String TEXT = "'(?:[^'\\\\]|''|\\\\.)*'";

    private static final Pattern COLUMN = Pattern.compile("`((?:[^`]|``)+)` (\\S+(?: unsigned)?)"
            + "(?: CHARACTER SET \\w+)?(?: COLLATE \\w+)?"
            + "(?: GENERATED ALWAYS AS \\((?<computed>.*)\\) (?:STORED|VIRTUAL))?"
            + "(?<required> NOT NULL)?(?: NULL)?(?: INVISIBLE)?"
            + "(?: DEFAULT (?<default>" + TEXT + "|\\S+))?(?<identity> AUTO_INCREMENT)?"
            + "(?: COMMENT (?<comment>" + TEXT + "))?(?: CHECK \\(.*\\))?");

    private static final Pattern KEY =
            Pattern.compile("(CONSTRAINT|UNIQUE KEY|FULLTEXT KEY|SPATIAL KEY|KEY) `((?:[^`]|``)+)` (.*)");

    private static final Pattern COMMENT = Pattern.compile("\\) ENGINE=.* COMMENT=(" + TEXT + ")");

    private static final Pattern INCREMENT = Pattern.compile("increment by (-?\\d+)", Pattern.CASE_INSENSITIVE);

    private MariadbCatalog() {}

    static Catalog read(Connection connection) throws SQLException {
        List<String> names = names(connection, "= 'BASE TABLE'");
        Map<String, String> sequences = new TreeMap<>();
        for (String name : names(connection, "= 'SEQUENCE'")) {
            Matcher step = INCREMENT.matcher(created(connection, "sequence", name));
            sequences.put(name, step.find() ? step.group(1) : "?");
        }
        return new Catalog(tables(connection, names), sequences);
    }

    /** Reads these tables, temporary ones first. */
    static Map<String, CatalogTable> tables(Connection connection, List<String> names) throws SQLException {
        Map<String, CatalogTable> tables = new TreeMap<>();
        for (String name : names) {
            tables.put(name, table(created(connection, "table", name)));
        }
        return tables;
    }

    private static List<String> names(Connection connection, String type) throws SQLException {
        return Catalog.rows(
                        connection,
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type "
                                + type)
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private static String created(Connection connection, String kind, String name) throws SQLException {
        return String.valueOf(Catalog.rows(connection, "SHOW CREATE " + kind + " `" + name.replace("`", "``") + "`")
                .get(0)
                .get(1));
    }

    private static CatalogTable table(String sql) {
        List<String> lines = sql.lines().map(String::strip).toList();
        Matcher comment = COMMENT.matcher(lines.get(lines.size() - 1));
        CatalogTable table = new CatalogTable(comment.matches() ? comment.group(1) : null);
        for (String line : lines.subList(1, lines.size() - 1)) {
            String part = line.replaceFirst(",$", "");
            Matcher column = COLUMN.matcher(part);
            Matcher key = KEY.matcher(part);
            if (column.matches()) {
                table.columns().put(column.group(1), column(column));
            } else if (part.startsWith("`")) { // of a form unknown here: compared as a whole
                int end = part.indexOf("` ");
                table.columns()
                        .put(
                                part.substring(1, end),
                                new CatalogColumn(part.substring(end + 2), true, null, null, false, null));
            } else if (key.matches()) {
                String kind = key.group(1).startsWith("UNIQUE") ? "UNIQUE " : "";
                table.definitions().put(key.group(2), kind + key.group(3));
            }
        }
        return table;
    }

    private static CatalogColumn column(Matcher column) {
        String value = column.group("default");
        return new CatalogColumn(
                Catalog.type(column.group(2)),
                column.group("required") == null,
                isNull(value) ? null : value,
                column.group("computed"),
                column.group("identity") != null,
                column.group("comment"));
    }

    private static boolean isNull(@Nullable String value) {
        return value == null || value.equals("NULL");
    }
}
