package io.ashlar.benchmark.migrations;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Modules of two migrations each, all of which have run. */
final class Modules implements AutoCloseable {

    private final Path folder;
    private final TestDatabase database;
    private final List<ModuleMigrations> modules = new ArrayList<>();

    private Modules(Path folder, TestDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    static Modules migrated(String server, int count) throws IOException {
        Modules modules = new Modules(Files.createTempDirectory("ashlar-benchmark"), TestDatabases.fresh(server));
        for (int i = 0; i < count; i++) {
            Path folder = Files.createDirectories(modules.folder.resolve("m" + i));
            Files.writeString(folder.resolve("V1__create.sql"), "create table t" + i + " (id integer);\n");
            Files.writeString(folder.resolve("V2__add.sql"), "alter table t" + i + " add column n integer;\n");
            modules.modules.add(new ModuleMigrations("m" + i, folder));
        }
        modules.migrate();
        return modules;
    }

    /** Migrates, and returns how many migrations ran. */
    int migrate() {
        return Migrator.of(new DatabaseSettings(database.url(), database.user(), database.password()))
                .migrate(modules)
                .stream()
                .mapToInt(module -> module.applied().size())
                .sum();
    }

    /** Returns how many statements one more run sends to H2, as that counts them, but for settings that the URL makes. */
    long statements() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set query_statistics true");
            migrate();
            try (var rows = statement.executeQuery("select coalesce(sum(execution_count), 0) from"
                    + " information_schema.query_statistics where lower(sql_statement) not like 'set %'")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        Entities.Folders.delete(folder);
    }
}
