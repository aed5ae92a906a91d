package io.ashlar.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL server of our own, its binaries from a jar of Maven Central.
 *
 * <p>PostgreSQL refuses to run as root; there it is started in a user namespace ({@code unshare -U}).
 */
final class PostgresServer implements TestServer {

    private static final String USER = "ashlar";
    private static final String PASSWORD = "ashlar-test";

    private final EmbeddedPostgres server;
    private final Path data;

    private PostgresServer(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /**
     * Starts the server, for the first time on a machine in about 10 seconds.
     *
     * @param durable whether what is committed outlives its processes
     */
    static PostgresServer start(boolean durable) {
        try {
            var data = Workspace.temporary("postgresql");
            var server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Workspace.shared().resolve("postgresql").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true) // when it stops, with this JVM
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("shared_buffers", "32MB")
                    .setServerConfig("max_connections", "200")
                    .start();
            askForPasswords(server, data);
            return new PostgresServer(server, data);
        } catch (IOException | SQLException | RuntimeException e) {
            throw new IllegalStateException(
                    "PostgreSQL did not start for the tests: " + e.getMessage()
                            + "\n  mend: it runs on Linux with glibc, macOS and Windows. As root, Linux must allow user"
                            + " namespaces ('unshare -U true' must succeed); else run the tests as an ordinary user.",
                    e);
        }
    }

    /** Tests of wrong passwords need a server that asks; the administrator stays free to create databases. */
    private static void askForPasswords(EmbeddedPostgres server, Path data) throws IOException, SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
            Files.writeString(data.resolve("pg_hba.conf"), """
                    local all postgres trust
                    host all postgres 127.0.0.1/32 trust
                    host all postgres ::1/128 trust
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    @Override
    public TestDatabase create(String name) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + USER);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create test database " + name, e);
        }
        return new TestDatabase("jdbc:postgresql://localhost:" + server.getPort() + "/" + name, USER, PASSWORD);
    }

    @Override
    public Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    @Override
    public void stop(ProcessHandle process) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
