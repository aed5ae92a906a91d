package io.ashlar.benchmark.migrations;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import io.ashlar.migrate.ModuleMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Modules of two migrations each, all of which have run. */
final class Modules implements AutoCloseable {

    private final Path folder;
    private final TestDatabase database;
    private final List<ModuleMigrations> modules;

    private Modules(Path folder, TestDatabase database, List<ModuleMigrations> modules) {
        this.folder = folder;
        this.database = database;
        this.modules = modules;
    }

    static Modules migrated(String server, int count) throws IOException {
        Path all = Files.createTempDirectory("ashlar-benchmark");
        // a file, as users have, which another process can open
        TestDatabase database = server.equals("h2") ? TestDatabases.h2File(all) : TestDatabases.fresh(server);
        for (int i = 0; i < count; i++) {
            Path folder = Files.createDirectories(all.resolve("m" + i));
            Files.writeString(folder.resolve("V1__create.sql"), "create table t" + i + " (id integer);\n");
            Files.writeString(folder.resolve("V2__add.sql"), "alter table t" + i + " add column n integer;\n");
        }
        Modules modules = new Modules(all, database, Run.modules(all, count));
        modules.migrate();
        return modules;
    }

    /** Migrates, and returns how many migrations ran. */
    int migrate() {
        return Run.migrate(modules, new DatabaseSettings(database.url(), database.user(), database.password()));
    }

    /** Returns the milliseconds that a process takes to migrate. */
    long process() throws Exception {
        return JavaProcess.milliseconds(
                Run.class.getName(),
                folder.toString(),
                Integer.toString(modules.size()),
                database.url(),
                database.user(),
                database.password());
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
