package io.ashlar.benchmark.migrations;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What db-migrate does, without Maven. */
final class Run {

    private Run() {}

    /** Migrates a database: the folder of all modules, how many, the URL, the user, the password. */
    public static void main(String[] args) {
        migrate(modules(Path.of(args[0]), Integer.parseInt(args[1])), new DatabaseSettings(args[2], args[3], args[4]));
    }

    static List<ModuleMigrations> modules(Path folder, int count) {
        List<ModuleMigrations> modules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            modules.add(new ModuleMigrations("m" + i, folder.resolve("m" + i)));
        }
        return modules;
    }

    /** Returns how many migrations ran. */
    static int migrate(List<ModuleMigrations> modules, DatabaseSettings database) {
        return Migrator.of(database).migrate(modules).stream()
                .mapToInt(module -> module.applied().size())
                .sum();
    }
}
