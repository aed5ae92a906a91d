package io.ashlar.internal.transaction;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;

/** A fresh database with a table of numbered counters, and work on them. */
final class Counters implements AutoCloseable {

    final Transactions transactions;
    final Database database;
    private final TestDatabase test;

    Counters(String dialect, Transactions transactions) throws SQLException {
        this.transactions = transactions;
        test = TestDatabases.fresh(dialect);
        try (Connection connection = test.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table counter (id int primary key, total int not null)");
            statement.execute("insert into counter values (1, 0), (2, 0)");
        }
        database = Database.open(new DatabaseSettings(test.url(), test.user(), test.password()));
    }

    /** Opens a connection that no pool and no transaction knows of. */
    Connection connect() throws SQLException {
        return test.connect();
    }

    /** Runs one statement as crud does, and returns how many rows it changed. */
    int execute(String sql) {
        try {
            return transactions.call(database.dataSource(), false, unit -> execute(unit.connection(), sql));
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    void add(int id, int amount) {
        transactions.jdbc(
                database.dataSource(),
                connection ->
                        execute(connection, "update counter set total = total + " + amount + " where id = " + id));
    }

    void set(int id, int total) {
        transactions.jdbc(
                database.dataSource(),
                connection -> execute(connection, "update counter set total = " + total + " where id = " + id));
    }

    /** Reads in the transaction that runs. */
    int get(int id) {
        return transactions.jdbc(database.dataSource(), connection -> total(connection, id));
    }

    /** Reads what is committed. */
    int committed(int id) throws SQLException {
        try (Connection connection = connect()) {
            return total(connection, id);
        }
    }

    static int total(Connection connection, int id) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select total from counter where id = " + id)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static int execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
