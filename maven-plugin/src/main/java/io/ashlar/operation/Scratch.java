package io.ashlar.operation;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An empty place to try migrations in, which is gone when this is closed: H2 in memory, a schema or database of a server. */
final class Scratch implements AutoCloseable {

    private final @Nullable DatabaseSettings server;
    private final String drop;
    private final DatabaseSettings settings;
    private final Database open;

    private Scratch(@Nullable DatabaseSettings server, String drop, DatabaseSettings settings) {
        this.server = server;
        this.drop = drop;
        this.settings = settings;
        this.open = Database.openOrCreate(settings); // holds H2 in memory
    }

    /** Returns a place in memory. */
    static Scratch inMemory() {
        return new Scratch(null, "", new DatabaseSettings("jdbc:h2:mem:ashlar-" + UUID.randomUUID(), "sa", ""));
    }

    /**
     * Returns a schema of its own in a PostgreSQL database, a database of its own on a MariaDB server.
     *
     * @throws SQLException if the user may not create one
     */
    static Scratch on(DatabaseSettings server) throws SQLException {
        String name = "ashlar_scratch_" + UUID.randomUUID().toString().substring(0, 8);
        if (Database.dialect(server) == Dialect.MARIADB) {
            execute(server, "create database `" + name + "`");
            String url = server.url().replaceFirst("^(jdbc:mariadb:(?:\\w+:)*//[^/]+)/[^?]*", "$1/" + name);
            return new Scratch(
                    server,
                    "drop database `" + name + "`",
                    new DatabaseSettings(url, server.user(), server.password()));
        }
        execute(server, "create schema \"" + name + "\"");
        String url = server.url().replaceAll("[&]currentSchema=[^&]*", "").replaceAll("\\?currentSchema=[^&]*&?", "?");
        return new Scratch(
                server,
                "drop schema \"" + name + "\" cascade",
                new DatabaseSettings(
                        url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name,
                        server.user(),
                        server.password()));
    }

    DatabaseSettings settings() {
        return settings;
    }

    Database database() {
        return open;
    }

    private static void execute(DatabaseSettings server, String sql) throws SQLException {
        try (Database database = Database.openUnpooled(server);
                var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        open.close();
        if (server != null) {
            execute(server, drop);
        }
    }
}
