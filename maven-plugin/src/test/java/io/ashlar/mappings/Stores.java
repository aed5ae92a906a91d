package io.ashlar.mappings;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.ddl.Ddl;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.internal.crud.Cruds;
import io.ashlar.internal.event.EventLog;
import io.ashlar.internal.transaction.Transactions;
import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.Schema;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Some models on a fresh database of each kind, in the tables of their first migration. */
final class Stores implements AutoCloseable {

    private final Map<Dialect, Database> databases = new EnumMap<>(Dialect.class);
    private final Map<Dialect, Cruds> cruds = new EnumMap<>(Dialect.class);
    private final Map<Dialect, Transactions> transactions = new EnumMap<>(Dialect.class);

    Stores(Class<?>... models) throws SQLException {
        for (Dialect dialect : Dialect.values()) {
            var fresh = TestDatabases.fresh(dialect.id());
            var database = Database.open(new DatabaseSettings(fresh.url(), fresh.user(), fresh.password()));
            databases.put(dialect, database);
            createTables(database, dialect, List.of(models));
            transactions.put(dialect, new Transactions());
            cruds.put(
                    dialect,
                    new Cruds(
                            "test",
                            List.of(models),
                            dialect,
                            database.dataSource(),
                            transactions.get(dialect),
                            EventLog.NONE,
                            Stores.class.getClassLoader()));
        }
    }

    Cruds on(Dialect dialect) {
        return cruds.get(dialect);
    }

    Transactions transactions(Dialect dialect) {
        return transactions.get(dialect);
    }

    /** Runs one statement beside the crud; names are quoted by backticks in it. */
    void run(Dialect dialect, String sql) throws SQLException {
        try (var connection = databases.get(dialect).dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(dialect == Dialect.MARIADB ? sql : sql.replace('`', '"'));
        }
    }

    /** Returns a number that a query beside the crud gives; names are quoted by backticks in it. */
    long number(Dialect dialect, String sql) throws SQLException {
        try (var connection = databases.get(dialect).dataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(dialect == Dialect.MARIADB ? sql : sql.replace('`', '"'))) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        databases.values().forEach(Database::close);
    }

    private static void createTables(Database database, Dialect dialect, List<Class<?>> models) throws SQLException {
        var wanted = EclipseLinkSchemas.of("test", models, Stores.class.getClassLoader())
                .read()
                .schema();
        var script = Ddl.of(dialect).script(SchemaDiff.between(Schema.EMPTY, wanted));
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (String one : script.split(";\n", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }
}
