package io.ashlar.pull;

import io.ashlar.database.Dialect;
import io.ashlar.operation.Catalog.CatalogColumn;
import io.ashlar.operation.Catalog.CatalogTable;
import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads tables as nearly as our own can be like them; says what it leaves out. */
final class TableReader {

    private final Dialect dialect;
    private final Connection connection;
    private final UsableNames names;
    private final List<String> notes;
    private final Set<String> jsonColumns;
    private final Map<String, Map<String, Integer>> jdbcTypes = new LinkedHashMap<>();

    TableReader(Dialect dialect, Connection connection, UsableNames names, List<String> notes) throws SQLException {
        this.dialect = dialect;
        this.connection = connection;
        this.names = names;
        this.notes = notes;
        this.jsonColumns = Others.jsonColumns(dialect, connection);
        try (ResultSet rows = metaData().getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (rows.next()) {
                jdbcTypes
                        .computeIfAbsent(rows.getString("TABLE_NAME"), table -> new LinkedHashMap<>())
                        .put(rows.getString("COLUMN_NAME"), rows.getInt("DATA_TYPE"));
            }
        }
    }

    /** Returns the table with the columns that attributes can hold. */
    Table read(String name) throws SQLException {
        CatalogTable table = Objects.requireNonNull(names.catalog().tables().get(name));
        List<Column> columns = new ArrayList<>();
        for (String column :
                new LinkedHashSet<>(jdbcTypes.getOrDefault(name, Map.of()).keySet())) {
            column(name, column, table.columns().get(column)).ifPresent(columns::add);
        }
        Set<String> known = new LinkedHashSet<>();
        Set<String> indexable = new LinkedHashSet<>();
        columns.forEach(column -> {
            known.add(column.name());
            if (column.type().indexable() && !ModelTimes.holdOtherwise(column.name())) {
                indexable.add(column.name());
            }
        });
        Map<List<String>, Unique> uniques = new LinkedHashMap<>(); // each list of columns once
        List<Index> indexes = new ArrayList<>();
        table.definitions()
                .forEach((part, definition) -> IndexText.parse(definition)
                        .filter(index -> indexable.containsAll(index.columns()))
                        .ifPresent(index -> {
                            if (index.unique()) {
                                uniques.putIfAbsent(index.columns(), new Unique(part, index.columns(), false));
                            } else {
                                indexes.add(new Index(part, index.parts(), false));
                            }
                        }));
        List<String> key = key(name);
        return new Table(
                name,
                columns,
                key.isEmpty() || !known.containsAll(key) ? null : new PrimaryKey("", key),
                List.copyOf(uniques.values()),
                indexes,
                List.of(),
                foreignKeys(name).stream()
                        .filter(each -> known.containsAll(each.columns()))
                        .toList(),
                comment(table.comment()));
    }

    private Optional<Column> column(String table, String name, @Nullable CatalogColumn column) {
        if (column == null) {
            return Optional.empty();
        }
        String what = "The column " + table + "." + name;
        if (column.computed() != null) {
            notes.add(what + " is left out: the database computes it from " + column.computed()
                    + "; say so by @Computed, in SQL of all dialects");
            return Optional.empty();
        }
        Optional<ColumnType> type = type(table, name, column);
        if (type.isEmpty()) {
            notes.add(what + " is left out: no attribute is stored as " + column.type()
                    + (column.nullable() || column.defaultValue() != null
                            ? ""
                            : ", and no record can be added without it"));
            return Optional.empty();
        }
        return type.map(stored -> new Column(
                name,
                stored,
                column.nullable(),
                column.defaultValue() == null
                        ? null
                        : Literal.value(dialect, stored, column.defaultValue()).orElse(null),
                column.identity() || isSerial(column),
                comment(column.comment())));
    }

    private Optional<ColumnType> type(String table, String name, CatalogColumn column) {
        Integer jdbc = jdbcTypes.getOrDefault(table, Map.of()).get(name);
        boolean bool = jdbc != null && (jdbc == Types.BIT || jdbc == Types.BOOLEAN);
        if (dialect == Dialect.MARIADB && bool && column.type().equals("tinyint")) {
            return Optional.of(ColumnType.of(Kind.BOOLEAN));
        }
        Optional<ColumnType> type = jsonColumns.contains(table + "." + name)
                ? Optional.of(ColumnType.of(Kind.JSON))
                : StoredTypes.of(dialect, column.type());
        if (type.filter(each -> each.kind() == Kind.JSON).isPresent()) {
            notes.add("The column " + table + "." + name
                    + " is taken to hold JSON objects; where it holds others, give the attribute a List or a record");
        }
        return type;
    }

    private static boolean isSerial(CatalogColumn column) {
        return column.defaultValue() != null && column.defaultValue().startsWith("nextval(");
    }

    private @Nullable String comment(@Nullable String text) {
        return text == null || dialect != Dialect.MARIADB
                ? text
                : Literal.text(dialect, text).orElse(text);
    }

    private List<String> key(String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = metaData().getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(columns.values());
    }

    private List<ForeignKey> foreignKeys(String table) throws SQLException {
        Map<String, ForeignKey> keys = new TreeMap<>();
        try (ResultSet rows = metaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (rows.next()) {
                ForeignKey part = new ForeignKey(
                        names.foreignKey(table, rows.getString("FK_NAME")),
                        List.of(rows.getString("FKCOLUMN_NAME")),
                        rows.getString("PKTABLE_NAME"),
                        List.of(rows.getString("PKCOLUMN_NAME")),
                        rows.getInt("DELETE_RULE") == DatabaseMetaData.importedKeyCascade
                                ? ForeignKey.Action.CASCADE
                                : ForeignKey.Action.NO_ACTION);
                keys.merge(part.name(), part, TableReader::joined); // the driver gives them in order
            }
        }
        return List.copyOf(keys.values());
    }

    private static ForeignKey joined(ForeignKey one, ForeignKey next) {
        List<String> columns = new ArrayList<>(one.columns());
        columns.addAll(next.columns());
        List<String> targets = new ArrayList<>(one.targetColumns());
        targets.addAll(next.targetColumns());
        return new ForeignKey(one.name(), columns, one.targetTable(), targets, one.onDelete());
    }

    private DatabaseMetaData metaData() throws SQLException {
        return connection.getMetaData();
    }
}
