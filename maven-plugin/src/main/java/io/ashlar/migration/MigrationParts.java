package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.ddl.OnlineDdl;
import io.ashlar.ddl.PreflightSql;
import io.ashlar.diff.Downs;
import io.ashlar.diff.Midway;
import io.ashlar.diff.Preflight;
import io.ashlar.diff.Renames;
import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.lint.Lint;
import io.ashlar.migrate.MigrationText;
import io.ashlar.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of one migration in one dialect. One, or two on PostgreSQL: what takes no time is one transaction, and then
 * what reads rows runs statement by statement, so that no lock outlives the statement that needs it.
 */
final class MigrationParts {

    /** Or the runner would open one transaction for all. */
    private static final String BY_STATEMENT = "executeInTransaction=false\n";

    private final Dialect dialect;
    private final List<Part> parts;
    private final boolean atOnce;

    /**
     * One file up and one down.
     *
     * @param online whether readers and writers go on
     */
    private record Part(Schema before, Schema after, Renames renames, boolean online, List<SchemaChange> changes) {

        static Part of(Schema before, Schema after, Renames renames, boolean online) {
            return new Part(before, after, renames, online, SchemaDiff.between(before, after, renames));
        }

        Downs downs() {
            return Downs.between(before, after, renames);
        }
    }

    private MigrationParts(Dialect dialect, List<Part> parts, boolean atOnce) {
        this.dialect = dialect;
        this.atOnce = atOnce;
        this.parts = parts.stream().filter(part -> !part.changes().isEmpty()).toList();
    }

    /** Returns all at once. */
    static MigrationParts plain(Dialect dialect, Schema before, Schema after, Renames renames) {
        return new MigrationParts(dialect, List.of(Part.of(before, after, renames, false)), true);
    }

    /** Returns the parts with which readers and writers go on, where the dialect has such. */
    static MigrationParts online(Dialect dialect, Schema before, Schema after, Renames renames) {
        Schema midway = dialect == Dialect.POSTGRESQL ? Midway.between(before, after, renames) : after;
        Part first = Part.of(before, midway, renames, false);
        return new MigrationParts(dialect, List.of(first, Part.of(midway, after, Renames.NONE, true)), false);
    }

    int count() {
        return parts.size();
    }

    /**
     * Returns the files' texts, and what they may do.
     *
     * @param versions of which the last ones are taken
     * @param preflights what the rows are asked, in the first file
     */
    Scripts scripts(List<String> versions, String module, String title, List<Preflight> preflights) {
        Map<String, String> files = new LinkedHashMap<>();
        List<Lint> lints = new ArrayList<>();
        String asked = "";
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String version = versions.get(versions.size() - parts.size() + i);
            String name = parts.size() > 1 && part.online() ? title + "_online" : title;
            MigrationScript script = new MigrationScript(module, name, dialect);
            String file = version + "__" + name + ".sql";
            String questions = i == 0 ? questions(preflights) : "";
            String head = questions;
            if (!part.before().isEmpty()) { // into empty tables, anything may be done
                Lint lint = lint("V" + file, script.up(head, part.changes(), part.online()), part.online());
                Reasons reasons =
                        new Reasons(part.changes(), !preflights.isEmpty(), atOnce && dialect == Dialect.POSTGRESQL);
                head += lint.allowances(reasons::of);
                lints.add(lint.withAllowances());
            }
            put(files, "V" + file, script.up(head, part.changes(), part.online()), part.online());
            Downs downs = part.downs();
            String back = i == 0 ? questions(downs) : questionsBack(asked);
            asked = back;
            boolean byStatement = part.online() && OnlineDdl.serves(downs.changes());
            put(files, "U" + file, script.down(downs, back, byStatement), byStatement);
        }
        return new Scripts(files, lints);
    }

    private Lint lint(String file, String text, boolean byStatement) {
        return Lint.of(dialect, MigrationText.of(dialect, Path.of(file), text, byStatement ? BY_STATEMENT : null));
    }

    private static void put(Map<String, String> files, String name, String text, boolean byStatement) {
        files.put(name, text);
        if (byStatement) {
            files.put(name + ".conf", BY_STATEMENT);
        }
    }

    /** All are asked before anything runs, so they see what all parts together do. */
    private String questions(List<Preflight> preflights) {
        List<SchemaChange> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.changes()));
        return PreflightSql.of(dialect, parts.get(0).renames(), all).lines(preflights);
    }

    /** On the way back the last part is the first; what the other asks word by word is asked at the same time anyway. */
    private String questionsBack(String asked) {
        Part first = parts.get(0);
        Part last = parts.get(parts.size() - 1);
        Set<String> others = Set.copyOf(asked.lines().toList());
        return questions(Downs.between(first.before(), last.after(), first.renames()))
                .lines()
                .filter(line -> !others.contains(line))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private String questions(Downs downs) {
        return PreflightSql.of(dialect, downs.renames(), downs.changes()).lines(downs.preflights());
    }
}
