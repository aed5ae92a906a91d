package io.ashlar.migration;

import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.ChangeCheck;
import io.ashlar.diff.SchemaChange.ChangeDefault;
import io.ashlar.diff.SchemaChange.ChangeType;
import io.ashlar.diff.SchemaChange.CreateTable;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropTable;
import io.ashlar.diff.SchemaChange.RelaxColumn;
import io.ashlar.diff.SchemaChange.RenameColumn;
import io.ashlar.diff.SchemaChange.RenameTable;
import io.ashlar.diff.SchemaChange.RequireColumn;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a migration is called, after its version. */
final class MigrationName {

    private static final int LONGEST = 60;

    private MigrationName() {}

    /**
     * Returns the name a user gave, in lower case with underscores.
     *
     * @throws ProblemsFound if nothing is left of it
     */
    static String given(String name) {
        String clean = clean(name);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw new ProblemsFound(new Problem(
                    "migration-name",
                    "'" + name + "' cannot name a migration",
                    "-Dname",
                    "use one to " + LONGEST + " letters, digits and underscores, such as -Dname=add_slug"));
        }
        return clean;
    }

    /** Returns a name that says what the changes do, such as {@code create_author_post} or {@code add_post_slug}. */
    static String of(List<SchemaChange> changes) {
        Set<String> created = new LinkedHashSet<>();
        Set<String> changed = new LinkedHashSet<>();
        for (SchemaChange change : changes) {
            if (change instanceof CreateTable create) {
                created.add(create.table().name());
            } else if (change instanceof AddColumn add) {
                changed.add("add_" + add.table() + "_" + add.column().name());
            } else {
                word(change).ifPresent(changed::add);
            }
        }
        String tables = phrase(created.isEmpty() ? "" : "create_", created, "create_" + created.size() + "_tables");
        String columns = phrase("", changed, "change_" + changed.size() + "_columns");
        String both = clean(tables + "_" + columns);
        return both.isEmpty() ? "change_schema" : both;
    }

    /** Returns what a step does; empty for what only goes along with others. */
    private static Optional<String> word(SchemaChange change) {
        if (change instanceof ChangeCheck check) {
            return Optional.of("change_" + check.table() + "_"
                    + String.join("_", check.after().columns()));
        } else if (change instanceof RenameTable rename) {
            return Optional.of("rename_" + rename.before() + "_to_" + rename.after());
        } else if (change instanceof RenameColumn rename) {
            return Optional.of("rename_" + rename.table() + "_" + rename.before() + "_to_" + rename.after());
        } else if (change instanceof DropTable drop) {
            return Optional.of("drop_" + drop.table().name());
        } else if (change instanceof DropColumn drop) {
            return Optional.of("drop_" + drop.table() + "_" + drop.column().name());
        } else if (change instanceof ChangeType type) {
            return Optional.of("change_" + type.table() + "_" + type.after().name());
        } else if (change instanceof RequireColumn require) {
            return Optional.of(
                    "require_" + require.table() + "_" + require.after().name());
        } else if (change instanceof RelaxColumn relax) {
            return Optional.of("relax_" + relax.table() + "_" + relax.after().name());
        } else if (change instanceof ChangeDefault other) {
            return Optional.of("change_" + other.table() + "_" + other.after().name());
        }
        return Optional.empty();
    }

    private static String phrase(String verb, Set<String> objects, String summary) {
        String all = verb + String.join("_", objects);
        return all.length() > LONGEST / 2 && objects.size() > 1 ? summary : all;
    }

    private static String clean(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
