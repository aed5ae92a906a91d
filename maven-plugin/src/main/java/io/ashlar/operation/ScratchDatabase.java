package io.ashlar.operation;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An empty database of its own for a while: gone when closed, and when the program is stopped before that. */
final class ScratchDatabase implements AutoCloseable {

    private static final Pattern SERVER_URL =
            Pattern.compile("(jdbc:(?:postgresql|mariadb):(?://[^/?]*/)?)([^?]*)(\\?.*)?");

    private static final Pattern CURRENT_SCHEMA = Pattern.compile("[?&]currentSchema=([^&,]+)");

    private final DatabaseSettings settings;
    private final Runnable removal;
    private final Thread atExit;
    private final AtomicBoolean removed = new AtomicBoolean();

    private ScratchDatabase(DatabaseSettings settings, Runnable removal) {
        this.settings = settings;
        this.removal = removal;
        this.atExit = new Thread(this::remove);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Makes one of H2, in the folder for temporary files. */
    static ScratchDatabase h2() {
        try {
            Path folder = Files.createTempDirectory("ashlar-verify");
            return new ScratchDatabase(
                    new DatabaseSettings("jdbc:h2:file:" + folder.resolve("db"), "sa", ""), () -> delete(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for a database", e);
        }
    }

    /**
     * Makes one on the server of {@code neighbour}, which stays as it is; on PostgreSQL, where the user may create no
     * database, a schema of its own in it.
     *
     * @throws ProblemsFound if the server lets the user create neither
     */
    static ScratchDatabase beside(DatabaseSettings neighbour, Dialect dialect) {
        Matcher url = SERVER_URL.matcher(neighbour.url());
        if (!url.matches()) {
            throw new ProblemsFound(new Problem(
                    "verify-not-possible",
                    "No database can be made beside " + neighbour.safeUrl(),
                    neighbour.safeUrl(),
                    "use a URL such as jdbc:postgresql://host/name, or -Dverify=h2"));
        }
        String name = "ashlar_verify_" + UUID.randomUUID().toString().substring(0, 8);
        try {
            execute(neighbour, "create database " + name);
        } catch (ProblemsFound e) {
            if (dialect != Dialect.POSTGRESQL) {
                throw e;
            }
            return schema(neighbour, name);
        }
        String options = url.group(3) == null ? "" : url.group(3);
        return new ScratchDatabase(
                new DatabaseSettings(url.group(1) + name + options, neighbour.user(), neighbour.password()),
                () -> execute(
                        neighbour,
                        "drop database if exists " + name + (dialect == Dialect.POSTGRESQL ? " with (force)" : "")));
    }

    private static ScratchDatabase schema(DatabaseSettings neighbour, String name) {
        execute(neighbour, "create schema " + name);
        String url =
                neighbour.url().replaceAll("(?<=[?&])currentSchema=[^&]*&?", "").replaceFirst("[?&]$", "");
        return new ScratchDatabase(
                new DatabaseSettings(
                        url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name,
                        neighbour.user(),
                        neighbour.password()),
                () -> execute(neighbour, "drop schema if exists " + name + " cascade"));
    }

    /** Returns the names by which SQL could reach what {@code neighbour} holds, from a database made beside it. */
    static List<String> reachableBy(DatabaseSettings neighbour, Dialect dialect) {
        if (dialect == Dialect.POSTGRESQL) {
            Matcher schema = CURRENT_SCHEMA.matcher(neighbour.url());
            return List.of(schema.find() ? schema.group(1) : "public");
        }
        Matcher url = SERVER_URL.matcher(neighbour.url());
        return url.matches() ? List.of(url.group(2)) : List.of();
    }

    DatabaseSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void remove() {
        if (!removed.getAndSet(true)) {
            removal.run();
        }
    }

    private static void execute(DatabaseSettings settings, String sql) {
        try (Database database = Database.openOrCreate(settings);
                var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "verify-not-possible",
                            "The server refuses '" + sql + "': " + e.getMessage(),
                            settings.safeUrl(),
                            "give its user the right to create databases, or verify on H2: -Dverify=h2")),
                    e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
