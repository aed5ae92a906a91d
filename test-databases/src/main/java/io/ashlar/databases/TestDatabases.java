package io.ashlar.databases;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out fresh, empty databases of real servers, no Docker needed.
 *
 * <p>A JVM starts at most one server of a kind, on a free port and only when first asked for; it stops with the JVM.
 * Safe for use by several threads, and by several JVMs at once.
 */
public final class TestDatabases {

    private static final Map<String, TestServer> SERVERS = new ConcurrentHashMap<>();
    private static final AtomicInteger CREATED = new AtomicInteger();

    private TestDatabases() {}

    /**
     * Creates a database that shares nothing with any other.
     *
     * @param dialect {@code h2} (in memory), {@code postgresql} or {@code mariadb}
     * @throws IllegalArgumentException if {@code dialect} is none of these
     * @throws IllegalStateException if the server does not start on this machine; the message says what to do
     */
    public static TestDatabase fresh(String dialect) {
        var server = SERVERS.computeIfAbsent(dialect, TestDatabases::start);
        return server.create("test_" + CREATED.incrementAndGet());
    }

    /** Names an H2 database in a file of {@code directory}; H2 makes the file when first connected to. */
    public static TestDatabase h2File(Path directory) {
        var file = directory.toAbsolutePath().resolve("test_" + CREATED.incrementAndGet());
        return new TestDatabase("jdbc:h2:file:" + file, "sa", "");
    }

    private static TestServer start(String dialect) {
        return switch (dialect) {
            case "h2" -> name -> new TestDatabase("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
            case "postgresql" -> PostgresServer.start(false);
            case "mariadb" -> MariaDbServer.start(false);
            default ->
                throw new IllegalArgumentException(
                        "No test database '" + dialect + "'. Known: h2, postgresql, mariadb");
        };
    }
}
