package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one migration at a time work on a database.
 *
 * <p>Locks are tried again and again instead of waited for: on PostgreSQL a waiting statement would itself hold up {@code
 * CREATE INDEX CONCURRENTLY}.
 */
final class MigrationLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationLock.class);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long POSTGRESQL_KEY = 0x6173686c6172L; // "ashlar"; PostgreSQL's locks are of one database
    private static final String MARIADB_KEY = "CONCAT('ashlar-', SHA1(DATABASE()))"; // MariaDB's are of the server

    private static final Map<String, ReentrantLock> IN_THIS_JVM = new ConcurrentHashMap<>();

    private final Release release;

    private MigrationLock(Release release) {
        this.release = release;
    }

    /** Locks nothing. */
    static MigrationLock none() {
        return new MigrationLock(() -> {});
    }

    /** Locks an H2 database for the threads of this JVM. */
    static MigrationLock ofJvm(String database) {
        var lock = IN_THIS_JVM.computeIfAbsent(database, any -> new ReentrantLock());
        acquire(database, lock::tryLock);
        return new MigrationLock(lock::unlock);
    }

    /**
     * Locks an H2 file for all processes. It must be held while the file is open: H2 lets no second process in.
     *
     * <p>The lock is on a file beside it, which stays; deleting it would make a second lock possible.
     */
    static MigrationLock ofFile(Path database) throws IOException {
        var jvm = ofJvm(database.toString());
        try {
            var channel = FileChannel.open(
                    database.resolveSibling(database.getFileName() + ".migrate-lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            acquire(database.toString(), () -> channel.tryLock() != null);
            return new MigrationLock(() -> {
                channel.close();
                jvm.close();
            });
        } catch (IOException | RuntimeException e) {
            jvm.close();
            throw e;
        }
    }

    /** Locks a database of a server; nothing for H2, whose locks are taken before it is opened. */
    static MigrationLock ofServer(Dialect dialect, Connection connection, String database) {
        return ofServer(dialect, connection, database, POSTGRESQL_KEY, MARIADB_KEY);
    }

    /**
     * Locks the work itself, on the connection that does it: a server goes on with a statement after the process that
     * sent it was killed, when the lock of that process is long gone.
     */
    static MigrationLock ofWork(Dialect dialect, Connection connection, String database) {
        return ofServer(dialect, connection, database, POSTGRESQL_KEY + 1, "CONCAT('work-', " + MARIADB_KEY + ")");
    }

    private static MigrationLock ofServer(
            Dialect dialect, Connection connection, String database, long postgresKey, String mariaKey) {
        switch (dialect) {
            case POSTGRESQL -> {
                acquire(database, () -> isTrue(connection, "SELECT pg_try_advisory_lock(" + postgresKey + ")"));
                return new MigrationLock(() -> isTrue(connection, "SELECT pg_advisory_unlock(" + postgresKey + ")"));
            }
            case MARIADB -> {
                acquire(database, () -> isTrue(connection, "SELECT GET_LOCK(" + mariaKey + ", 0)"));
                return new MigrationLock(() -> isTrue(connection, "SELECT RELEASE_LOCK(" + mariaKey + ")"));
            }
            default -> {
                return none();
            }
        }
    }

    private static void acquire(String database, Attempt attempt) {
        var start = System.nanoTime();
        try {
            for (long pause = 10; !attempt.succeeds(); pause = Math.min(2 * pause, 200)) {
                if (pause == 10) {
                    LOG.info("Waiting for another migration of this database");
                }
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new ProblemsFound(new Problem(
                            "migration-lock-taken",
                            "Another migration has been at work for " + PATIENCE.toMinutes() + " minutes",
                            database,
                            "look what it does; if it hangs, end it, and migrate again"));
                }
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for another migration", e);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Cannot lock the database for migrating", e);
        }
    }

    private static boolean isTrue(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            return result.next() && result.getBoolean(1);
        }
    }

    @Override
    public void close() {
        try {
            release.run();
        } catch (SQLException | IOException e) { // the lock went with the connection
            LOG.debug("Cannot release the lock", e);
        }
    }

    private interface Attempt {
        boolean succeeds() throws SQLException, IOException;
    }

    private interface Release {
        void run() throws SQLException, IOException;
    }
}
