package io.ashlar.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import io.ashlar.ddl.Ddl;
import io.ashlar.ddl.Introspection;
import io.ashlar.ddl.Scripts;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.lint.HazardLines;
import io.ashlar.lint.Lint;
import io.ashlar.migrate.MigrationText;
import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Origins;
import io.ashlar.schema.Schema;
import io.ashlar.schema.SchemaSource.ModelSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A module's migrations and a database that they run on, as a user and a server would have them. */
final class Upgrade implements AutoCloseable {

    private static final Pattern PREFLIGHT =
            Pattern.compile("(?m)^-- ashlar:preflight ([a-z-]+) \\| ([^|\\n]*) \\| (.*)$");

    private static final boolean ONLINE = !"false".equals(System.getProperty("ashlar.online"));

    private static final Map<Dialect, Deque<TestDatabase>> EMPTIED = new ConcurrentHashMap<>();

    private final Path folder;
    private final Dialect dialect;
    private final TestDatabase database;
    private @Nullable Connection connection;

    Upgrade(Path folder, Dialect dialect) {
        this.folder = folder;
        this.dialect = dialect;
        var emptied = EMPTIED.computeIfAbsent(dialect, any -> new ConcurrentLinkedDeque<>())
                .poll();
        this.database = emptied == null ? TestDatabases.fresh(dialect.id()) : emptied;
    }

    /** Logging in takes longer than most migrations do. */
    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = database.connect();
        }
        return connection;
    }

    /**
     * Writes what leads to {@code models}; returns the texts of V and U files, each kind as one in the order in which they
     * run; none where there is nothing to do.
     */
    List<String> generate(Schema models, FormerNames former, GenerateOptions options) throws IOException {
        return generate(models, former, options, null);
    }

    List<String> generate(Schema models, FormerNames former, GenerateOptions options, @Nullable RowCounter counter)
            throws IOException {
        var generator = new MigrationGenerator(
                "shop",
                () -> new ModelSchema(models, new Origins(Map.of()), former),
                MigrationFolder.at(folder),
                List.of(dialect),
                Clock.systemUTC());
        var up = new StringBuilder();
        var down = new StringBuilder();
        var written = generator.generate(options.withOnline(options.online() && ONLINE), counter);
        var hazards = new ArrayList<String>();
        for (Path file : written.files()) {
            var name = file.getFileName().toString();
            if (name.matches("V.*\\.sql")) {
                HazardLines.of(allowed(file)).forEach(line -> hazards.add(dialect.id() + "/" + line));
                up.append(Files.readString(file));
            } else if (name.matches("U.*\\.sql")) {
                down.insert(0, Files.readString(file));
            }
        }
        assertThat(written.hazards())
                .as("what is told is what a reading of the files finds")
                .isEqualTo(hazards);
        return up.isEmpty() ? List.of() : List.of(up.toString(), down.toString());
    }

    /** What is written says of each hazard why it may be, and of nothing else. */
    private Lint allowed(Path file) throws IOException {
        var conf = file.resolveSibling(file.getFileName() + ".conf");
        var settings = Files.exists(conf) ? Files.readString(conf) : null;
        var lint = Lint.of(dialect, MigrationText.of(dialect, file, Files.readString(file), settings));
        assertThat(lint.problems()).isEmpty();
        assertThat(lint.unused()).isEmpty();
        return lint;
    }

    /** Returns the tags and counts of what stands in the way of a file. */
    List<String> objections(String sql) throws SQLException {
        var objections = new ArrayList<String>();
        var lines = PREFLIGHT.matcher(sql);
        while (lines.find()) {
            try {
                var count = Introspection.rows(connection(), lines.group(3)).get(0);
                if (!count.equals("0")) {
                    objections.add(lines.group(1) + " " + count);
                }
            } catch (SQLException e) {
                if (!asksLater(sql, lines.start(), e)) {
                    throw e;
                }
            }
        }
        return objections;
    }

    /** What the first file asks must make sense at once; what a later one asks may wait for it. */
    private static boolean asksLater(String sql, int position, SQLException e) {
        return sql.substring(0, position).contains(";\n")
                && String.valueOf(e.getSQLState()).startsWith("42");
    }

    void run(String sql) throws SQLException {
        try (var statement = connection().createStatement()) {
            for (String one : Scripts.statements(sql.replaceAll("(?m)^--.*\n", ""))) {
                if (!one.isBlank()) {
                    try {
                        statement.execute(one);
                    } catch (SQLException e) {
                        throw new SQLException(e.getMessage() + "\nin: " + one + "\nof:\n" + sql, e);
                    }
                }
            }
        }
    }

    /** Runs SQL whose names stand between {@code #}. */
    void execute(String sql) throws SQLException {
        run(quoted(sql));
    }

    /** Runs SQL that inserts rows in any order, also where each needs the other. */
    void executeInAnyOrder(List<String> sql) throws SQLException {
        var keys = dialect == Dialect.POSTGRESQL
                ? rows("select format('alter table %s alter constraint %I ', conrelid::regclass, conname)"
                        + " from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace")
                : List.<String>of();
        for (String key : keys) {
            run(key + "deferrable initially deferred");
        }
        run(
                switch (dialect) {
                    case H2 -> "set referential_integrity false";
                    case POSTGRESQL -> "begin";
                    case MARIADB -> "set foreign_key_checks = 0";
                });
        for (String each : sql) {
            execute(each);
        }
        run(
                switch (dialect) {
                    case H2 -> "set referential_integrity true";
                    case POSTGRESQL -> "commit";
                    case MARIADB -> "set foreign_key_checks = 1";
                });
        for (String key : keys) {
            run(key + "not deferrable");
        }
    }

    List<String> rows(String query) throws SQLException {
        return Introspection.rows(connection(), quoted(query));
    }

    List<String> introspect() throws SQLException {
        return Introspection.of(connection(), dialect);
    }

    /** Checks that the database is as if it had always been so. */
    void assertLooksLike(Schema schema) throws SQLException {
        assertThat(introspect()).isEqualTo(fresh(schema));
    }

    private List<String> fresh(Schema schema) throws SQLException {
        try (var other = new Upgrade(folder, dialect)) {
            other.run(Ddl.of(dialect).script(SchemaDiff.between(Schema.EMPTY, schema)));
            return other.introspect();
        }
    }

    /** Frees the memory of an H2 database; one of a server is emptied for the next, which is cheaper than another. */
    @Override
    public void close() throws SQLException {
        switch (dialect) {
            case H2 -> run("shutdown");
            case POSTGRESQL -> run("drop schema public cascade;\ncreate schema public;\n");
            case MARIADB -> {
                var name = connection().getCatalog();
                run("drop database " + name + ";\ncreate database " + name + ";\n");
            }
        }
        connection().close();
        if (dialect != Dialect.H2) {
            EMPTIED.computeIfAbsent(dialect, any -> new ConcurrentLinkedDeque<>())
                    .add(database);
        }
    }

    private String quoted(String sql) {
        return sql.replace("#", dialect == Dialect.MARIADB ? "`" : "\"");
    }

    DatabaseSettings settings() {
        return new DatabaseSettings(database.url(), database.user(), database.password());
    }

    static boolean isLossy(String sql) {
        return sql.contains("-- ashlar:lossy ");
    }
}
