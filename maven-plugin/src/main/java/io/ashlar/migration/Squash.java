package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.diff.Downs;
import io.ashlar.diff.Renames;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.migrate.ReplacedMigration;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one migration from the first of a module's up to one, as a fresh build of the schema they lead to. What was written
 * by hand is no part of that schema, and is refused.
 */
public final class Squash {

    private static final String TITLE = "squash";

    /** What leads to tables and columns, and nothing else; on no rows, an update does nothing. */
    private static final Pattern OF_SCHEMA = Pattern.compile(
            "(create( unique)? index|create (table|sequence|extension)|alter (table|index|sequence)|drop"
                    + " (table|index|sequence)|comment on (table|column)|rename table|update|set)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** How an index for search is made on PostgreSQL. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)^do \\$\\$\\s*declare\\s+home name;.*?^\\$\\$;$");

    private final String module;
    private final MigrationFolder folder;
    private final Lineage lineage;
    private final List<Problem> problems = new ArrayList<>();

    /** Prepares. */
    public Squash(String module, MigrationFolder folder) {
        this.module = module;
        this.folder = folder;
        this.lineage = folder.lineage();
    }

    /**
     * Returns what would be written and deleted; nothing made where there are no two migrations.
     *
     * @param to the version of the last that goes into it; null for all
     * @param name of the new one; null for "squash"
     * @throws ProblemsFound if there are branches, no such version, or a migration that holds what no model says
     */
    public SquashPlan plan(@Nullable String to, @Nullable String name) {
        ChangeRecord last = last(to);
        List<ChangeRecord> line = lineage.line(last);
        Snapshot snapshot = lineage.snapshot(last);
        String title = MigrationName.given(name == null ? TITLE : name);
        Map<Dialect, SquashPlan.Made> made = new EnumMap<>(Dialect.class);
        Map<Path, String> texts = new LinkedHashMap<>();
        Set<Path> gone = new HashSet<>();
        List<String> kept = new ArrayList<>();
        for (Dialect dialect : Dialect.values()) {
            List<MigrationFile> files = files(dialect, last);
            if (files.size() < 2) {
                files.forEach(file -> kept.add(folder.relative(file.path())));
                continue;
            }
            files.forEach(file -> check(file, line));
            SquashPlan.Made one = made(dialect, files, snapshot.schema(), last.version() + "__" + title);
            made.put(dialect, one);
            kept.add(folder.relative(one.file()));
            texts.put(one.file(), one.text());
            texts.put(
                    one.file().resolveSibling("U" + last.version() + "__" + title + ".sql"),
                    down(dialect, title, snapshot));
            files.forEach(file -> gone.addAll(MigrationFolder.beside(file.path())));
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        line.forEach(each -> gone.add(folder.change(each.name())));
        String record = last.version() + "__" + title;
        texts.put(folder.change(record), ChangeFormat.write(ChangeRecord.start(snapshot, record, kept)));
        gone.removeAll(texts.keySet());
        return new SquashPlan(folder, made, texts, gone);
    }

    private ChangeRecord last(@Nullable String to) {
        List<ChangeRecord> ends = lineage.ends();
        if (ends.size() > 1) {
            throw new ProblemsFound(BranchProblems.of(module, folder, lineage));
        }
        if (ends.isEmpty()) {
            throw new ProblemsFound(new Problem(
                    "squash-without-records",
                    "Module " + module + " has no records of what its migrations changed",
                    folder.changes().toString(),
                    "run db-generate with the next change, and squash then"));
        }
        List<ChangeRecord> line = lineage.line(ends.get(0));
        if (to == null) {
            return ends.get(0);
        }
        return line.stream()
                .filter(each -> each.version().equals(to) && !each.files().isEmpty())
                .findFirst()
                .orElseThrow(() -> new ProblemsFound(new Problem(
                        "squash-unknown-version",
                        "Module " + module + " has no generated migration with version " + to,
                        "-Dto=" + to,
                        "use one of "
                                + line.stream()
                                        .map(ChangeRecord::version)
                                        .distinct()
                                        .collect(Collectors.joining(", ")))));
    }

    /** Returns the migrations up to the last, which may have several files in a dialect. */
    private List<MigrationFile> files(Dialect dialect, ChangeRecord last) {
        BigInteger end = last.files().stream()
                .filter(file -> file.startsWith(dialect.id() + "/"))
                .flatMap(file -> MigrationFile.of(Path.of(file)).stream())
                .map(MigrationFile::major)
                .reduce(new BigInteger(last.version()), BigInteger::max);
        return folder.migrations(dialect).stream()
                .filter(file -> file.major().compareTo(end) <= 0)
                .toList();
    }

    private void check(MigrationFile file, List<ChangeRecord> line) {
        String relative = folder.relative(file.path());
        String dialect = relative.substring(0, relative.indexOf('/') + 1);
        boolean generated = line.stream().anyMatch(each -> each.files().contains(relative));
        boolean whole = line.stream() // of a dialect that was added later
                .anyMatch(each -> each.version().equals(file.version())
                        && each.files().stream().noneMatch(other -> other.startsWith(dialect)));
        if (!generated && !whole) {
            problems.add(new Problem(
                    "squash-by-hand",
                    relative + " was written by hand: what it does is in no model, and would be lost",
                    file.path().toString(),
                    "squash what comes before it, with -Dto=<version>; or, if it is not needed in a new database and ran in"
                            + " all others, delete it in a change of its own"));
            return;
        }
        for (String statement : statements(file.path())) {
            if (!OF_SCHEMA.matcher(statement).matches()) {
                problems.add(new Problem(
                        "squash-unknown-statement",
                        relative + " has a statement that leads to more than tables, and would be lost: "
                                + statement.lines().findFirst().orElse(""),
                        file.path().toString(),
                        "squash what comes before it, with -Dto=<version>; what new databases need as well belongs into a"
                                + " migration of its own"));
            }
        }
    }

    private static List<String> statements(Path file) {
        try {
            String sql = BLOCK.matcher(Files.readString(file)).replaceAll("");
            return Pattern.compile(";[ \\t]*(?:\\R|$)")
                    .splitAsStream(sql.replaceAll("(?m)^\\s*--.*$", ""))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .map(statement -> statement.replaceAll("[ \\t]+", " "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private SquashPlan.Made made(Dialect dialect, List<MigrationFile> files, Schema schema, String stem) {
        List<Path> paths = files.stream().map(MigrationFile::path).toList();
        String title = stem.substring(stem.indexOf("__") + 2);
        String text =
                new MigrationScript(module, title, dialect).up("", SchemaDiff.between(Schema.EMPTY, schema), false);
        return new SquashPlan.Made(
                paths,
                folder.path(dialect).resolve("V" + stem + ".sql"),
                text.replaceFirst("\n\n", Matcher.quoteReplacement("\n" + ReplacedMigration.lines(paths) + "\n")));
    }

    private String down(Dialect dialect, String title, Snapshot snapshot) {
        return new MigrationScript(module, title, dialect)
                .down(Downs.between(Schema.EMPTY, snapshot.schema(), Renames.NONE), "", false);
    }
}
