package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Reads the migrations of modules, and collects all that is wrong with their folders. */
final class MigrationFolders {

    private final Dialect dialect;
    private final List<Problem> problems = new ArrayList<>();

    private MigrationFolders(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Returns the migrations of each module by version; modules in the order given.
     *
     * @throws ProblemsFound if a folder is missing, a file's name is no migration's, or two have one version
     */
    static Map<String, List<MigrationFile>> read(List<ModuleMigrations> modules, Dialect dialect) {
        var folders = new MigrationFolders(dialect);
        var files = new LinkedHashMap<String, List<MigrationFile>>();
        modules.forEach(module -> files.put(module.module(), folders.files(module)));
        if (!folders.problems.isEmpty()) {
            throw new ProblemsFound(folders.problems);
        }
        return files;
    }

    /**
     * Returns a module's scripts that undo migrations, by version.
     *
     * @throws ProblemsFound if one cannot be read, or two have one version
     */
    static Map<Long, MigrationFile> readDowns(ModuleMigrations module, Dialect dialect) {
        var folders = new MigrationFolders(dialect);
        var downs = new ArrayList<MigrationFile>();
        try {
            var names = names(module.folder());
            for (var name : names) {
                var file = module.folder().resolve(name);
                if (MigrationFile.isNamedDown(file)) {
                    downs.add(MigrationFile.readDown(file, module.classes(), names::contains));
                }
            }
        } catch (IOException e) {
            folders.problems.add(unreadable(module.folder(), e));
        }
        downs.sort(Comparator.comparingLong(MigrationFile::version));
        folders.reportTwins(downs);
        if (!folders.problems.isEmpty()) {
            throw new ProblemsFound(folders.problems);
        }
        var byVersion = new LinkedHashMap<Long, MigrationFile>();
        downs.forEach(down -> byVersion.put(down.version(), down));
        return byVersion;
    }

    private List<MigrationFile> files(ModuleMigrations module) {
        if (!Files.isDirectory(module.folder())) {
            problems.add(missing(module));
            return List.of();
        }
        var files = new ArrayList<MigrationFile>();
        try {
            var names = names(module.folder());
            for (var name : names) {
                var file = module.folder().resolve(name);
                if (MigrationFile.isNamed(file)) {
                    add(module, file, names, files);
                } else if (isSql(name) && !MigrationFile.isNamedDown(file)) {
                    problems.add(misnamed(file));
                }
            }
        } catch (IOException e) {
            problems.add(unreadable(module.folder(), e));
        }
        files.sort(Comparator.comparingLong(MigrationFile::version));
        reportTwins(files);
        return files;
    }

    /** Looks once: asking for each file whether another is beside it takes as long as reading both. */
    private static NavigableSet<String> names(Path folder) throws IOException {
        var names = new TreeSet<String>();
        try (var found = Files.newDirectoryStream(folder)) {
            found.forEach(file -> names.add(file.getFileName().toString()));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    private static boolean isSql(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    private void add(ModuleMigrations module, Path file, Set<String> names, List<MigrationFile> files) {
        try {
            files.add(MigrationFile.read(file, module.classes(), names::contains));
        } catch (IOException e) {
            problems.add(unreadable(file, e));
        }
    }

    private void reportTwins(List<MigrationFile> files) {
        for (int i = 1; i < files.size(); i++) {
            if (files.get(i - 1).version() == files.get(i).version()) {
                problems.add(new Problem(
                        "migration-version-taken",
                        "Two migrations have version " + files.get(i).version() + ": '"
                                + files.get(i - 1).migration().file() + "' and '"
                                + files.get(i).migration().file() + "'",
                        files.get(i).path().toString(),
                        "give the one that ran nowhere yet a later version, in the folder of each dialect"));
            }
        }
    }

    private Problem missing(ModuleMigrations module) {
        return new Problem(
                "migrations-missing",
                "Module '" + module.module() + "' has no folder of migrations for " + dialect.title(),
                module.folder().toString(),
                "list <dialect>" + dialect.id()
                        + "</dialect> in the plugin's <dialects>, run 'mvn modules:db-generate -Dmodule="
                        + module.module() + "', and build the module again");
    }

    private static Problem misnamed(Path file) {
        return new Problem(
                "migration-misnamed",
                "'" + file.getFileName() + "' is no name of a migration, so it would never run",
                file.toString(),
                "rename it to V<yyyyMMddHHmmss>__<name>.sql, or move it elsewhere");
    }

    private static Problem unreadable(Path file, IOException cause) {
        return new Problem(
                "migration-unreadable",
                cause instanceof CharacterCodingException
                        ? "A migration is not in UTF-8"
                        : "Cannot read a migration: " + cause,
                file.toString(),
                "make it a readable file in UTF-8");
    }
}
