package io.ashlar.migrate;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.databases.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A module's folder of migrations, and a look into databases. */
final class TestMigrations {

    private final String module;
    private final Path folder;

    private TestMigrations(String module, Path folder) {
        this.module = module;
        this.folder = folder;
    }

    /** Starts a module with an empty folder under {@code directory}. */
    static TestMigrations of(String module, Path directory) {
        try {
            return new TestMigrations(module, Files.createDirectories(directory.resolve(module)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file, or replaces it. */
    TestMigrations file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    ModuleMigrations get() {
        return new ModuleMigrations(module, folder);
    }

    static DatabaseSettings fresh(String dialect) {
        var database = TestDatabases.fresh(dialect);
        return new DatabaseSettings(database.url(), database.user(), database.password());
    }

    static DatabaseSettings h2File(Path directory) {
        var database = TestDatabases.h2File(directory);
        return new DatabaseSettings(database.url(), database.user(), database.password());
    }

    /** Returns the first column. */
    static List<String> query(DatabaseSettings settings, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    static void execute(DatabaseSettings settings, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
