package io.ashlar.migration;

import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.ChangeCheck;
import io.ashlar.diff.SchemaChange.CreateTable;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
            } else if (change instanceof ChangeCheck check) {
                changed.add("change_" + check.table() + "_"
                        + String.join("_", check.after().columns()));
            }
        }
        String tables = phrase(created.isEmpty() ? "" : "create_", created, "create_" + created.size() + "_tables");
        String columns = phrase("", changed, "change_" + changed.size() + "_columns");
        String both = clean(tables + "_" + columns);
        return both.isEmpty() ? "change_schema" : both;
    }

    private static String phrase(String verb, Set<String> objects, String summary) {
        String all = verb + String.join("_", objects);
        return all.length() > LONGEST / 2 && objects.size() > 1 ? summary : all;
    }

    private static String clean(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
