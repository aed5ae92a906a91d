package io.ashlar.operation;

import io.ashlar.database.Dialect;
import io.ashlar.ddl.Ddl;
import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a schema would look like on this very server, had it always been so. Only the server itself knows how it spells a
 * default, a check or a computed value.
 *
 * <p>Nothing is left behind and nothing of the user's is touched: H2 builds in memory, PostgreSQL in its schema of temporary
 * tables, within a transaction that is taken back, MariaDB in temporary tables, which no other connection sees.
 */
final class FreshTables {

    private static final Pattern MARIADB_STATEMENT =
            Pattern.compile("(?:'(?:[^'\\\\]|''|\\\\.)*'|`[^`]*`|[^;'`])+;", Pattern.DOTALL);

    private FreshTables() {}

    /** Returns how the server describes {@code schema}; indexes for searches are left out. */
    static Catalog of(Dialect dialect, Connection connection, Schema schema) throws SQLException {
        Schema plain = changed(schema, FreshTables::withoutSearch);
        return switch (dialect) {
            case H2 -> h2(plain);
            case POSTGRESQL -> postgresql(connection, plain);
            case MARIADB -> mariadb(connection, plain);
        };
    }

    private static Catalog h2(Schema schema) throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:h2:mem:ashlar-" + UUID.randomUUID());
                var statement = memory.createStatement()) {
            statement.execute(script(Dialect.H2, schema));
            return H2Catalog.read(memory);
        }
    }

    private static Catalog postgresql(Connection connection, Schema schema) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path = pg_temp");
            statement.execute(script(Dialect.POSTGRESQL, schema));
            return PostgresqlCatalog.read(connection, "pg_my_temp_schema()");
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Temporary tables have no foreign keys there, whose spelling is plain, and there are no temporary sequences. */
    private static Catalog mariadb(Connection connection, Schema schema) throws SQLException {
        Schema tables =
                new Schema(List.of(), changed(schema, FreshTables::withoutKeys).tables());
        List<String> names = tables.tables().stream().map(Table::name).toList();
        try (var statement = connection.createStatement()) {
            try {
                var sql = MARIADB_STATEMENT.matcher(script(Dialect.MARIADB, tables));
                while (sql.find()) {
                    statement.execute(sql.group().strip().replaceFirst("^create table", "create temporary table"));
                }
                var read = MariadbCatalog.tables(connection, names);
                read.forEach((name, table) -> schema.table(name).stream()
                        .flatMap(expected -> expected.foreignKeys().stream())
                        .forEach(key -> table.definitions().put(key.name(), mariadb(key))));
                Map<String, String> sequences = schema.sequences().stream()
                        .collect(Collectors.toMap(
                                Sequence::name, each -> Integer.toString(each.increment()), (a, b) -> a, TreeMap::new));
                return new Catalog(read, sequences);
            } finally {
                for (String name : names) {
                    statement.execute("drop temporary table if exists `" + name.replace("`", "``") + "`");
                }
            }
        }
    }

    private static String mariadb(ForeignKey key) {
        return "FOREIGN KEY " + list(key.columns()) + " REFERENCES `" + key.targetTable() + "` "
                + list(key.targetColumns())
                + (key.onDelete() == ForeignKey.Action.CASCADE ? " ON DELETE CASCADE" : "");
    }

    private static String list(List<String> columns) {
        return columns.stream().collect(Collectors.joining("`, `", "(`", "`)"));
    }

    private static String script(Dialect dialect, Schema schema) {
        List<SchemaChange> changes = SchemaDiff.between(Schema.EMPTY, schema);
        return Ddl.of(dialect).script(changes);
    }

    private static Schema changed(Schema schema, UnaryOperator<Table> change) {
        return new Schema(
                schema.sequences(), schema.tables().stream().map(change).toList());
    }

    private static Table withoutSearch(Table table) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                table.indexes().stream().filter(index -> !index.search()).toList(),
                table.checks(),
                table.foreignKeys(),
                table.comment());
    }

    private static Table withoutKeys(Table table) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                table.indexes(),
                table.checks(),
                List.of(),
                table.comment());
    }
}
