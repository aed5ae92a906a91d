package io.ashlar.ddl;

import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaChange.AddCheck;
import io.ashlar.diff.SchemaChange.AddForeignKey;
import io.ashlar.diff.SchemaChange.AddIndex;
import io.ashlar.diff.SchemaChange.AddUnique;
import io.ashlar.diff.SchemaChange.ChangeCheck;
import io.ashlar.diff.SchemaChange.ChangePrimaryKey;
import io.ashlar.diff.SchemaChange.CreateTable;
import io.ashlar.diff.SchemaChange.DropIndex;
import io.ashlar.diff.SchemaChange.DropUnique;
import io.ashlar.diff.SchemaChange.RequireColumn;
import io.ashlar.schema.PrimaryKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes changes as SQL of PostgreSQL that holds up no reader or writer for long: whatever reads the rows of a table does
 * so under a lock that lets others work, and strong locks are held for a moment. Each statement is a transaction of its
 * own, or the locks of one would last until the end of all.
 */
public final class OnlineDdl {

    /** Such a check is there only from one statement to the next few, so one name serves all. */
    private static final String REQUIRED = "ashlar_required";

    private static final String NEW_KEY = "ashlar_key";

    private final PostgresqlDdl ddl = new PostgresqlDdl();
    private final Set<String> newTables = new HashSet<>();

    private OnlineDdl(List<SchemaChange> changes) {
        for (SchemaChange change : changes) {
            if (change instanceof CreateTable create) {
                newTables.add(create.table().name());
            }
        }
    }

    /** Returns the statements of all {@code changes}, in their order. */
    public static String script(List<SchemaChange> changes) {
        OnlineDdl online = new OnlineDdl(changes);
        return changes.stream()
                .map(online::statements)
                .filter(sql -> !sql.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Returns whether one of {@code changes} has such a form. */
    public static boolean serves(List<SchemaChange> changes) {
        OnlineDdl online = new OnlineDdl(changes);
        return changes.stream().anyMatch(change -> !online.statements(change).equals(change.accept(online.ddl)));
    }

    private String statements(SchemaChange change) {
        String plain = change.accept(ddl);
        if (change instanceof AddIndex add && !newTables.contains(add.table())) {
            return concurrently(plain);
        } else if (change instanceof AddUnique add) {
            return unique(add, plain);
        } else if (change instanceof DropIndex || change instanceof DropUnique) {
            return concurrently(plain);
        } else if (change instanceof ChangePrimaryKey key) {
            return primaryKey(key, plain);
        } else if (change instanceof AddForeignKey add && !newTables.contains(add.table())) {
            return validated(add.table(), add.foreignKey().name(), plain);
        } else if (change instanceof AddCheck add) {
            return validated(add.table(), add.check().name(), plain);
        } else if (change instanceof ChangeCheck check) {
            String name = ddl.quote(check.before().name());
            return validated(
                    check.table(),
                    check.after().name(),
                    ddl.alter(check.table(), "drop constraint " + name + ", add " + ddl.define(check.after())));
        } else if (change instanceof RequireColumn require) {
            return required(require, plain);
        }
        return plain;
    }

    private static String concurrently(String plain) {
        return plain.replaceFirst("^(create |create unique |drop )index ", "$1index concurrently ");
    }

    private String unique(AddUnique change, String plain) {
        if (change.unique().partial()) {
            return concurrently(plain);
        }
        String name = ddl.quote(change.unique().name());
        return index(change.table(), name, change.unique().columns())
                + ddl.alter(change.table(), "add constraint " + name + " unique using index " + name);
    }

    private String primaryKey(ChangePrimaryKey change, String plain) {
        PrimaryKey before = change.before();
        PrimaryKey after = change.after();
        if (after == null) {
            return plain;
        }
        String index = ddl.quote(NEW_KEY);
        String drop = before == null ? "" : "drop constraint " + ddl.quote(before.name()) + ", ";
        return index(change.table(), index, after.columns())
                + ddl.alter(
                        change.table(),
                        drop + "add constraint " + ddl.quote(after.name()) + " primary key using index " + index);
    }

    private String index(String table, String name, List<String> columns) {
        return "create unique index concurrently " + name + " on " + ddl.quote(table) + " " + ddl.list(columns) + ";\n";
    }

    private String validated(String table, String name, String plain) {
        return plain.replaceFirst(";\n$", " not valid;\n") + ddl.alter(table, "validate constraint " + ddl.quote(name));
    }

    /** PostgreSQL believes a check that is valid, and does not look at the rows again while it holds the table. */
    private String required(RequireColumn change, String plain) {
        String column = ddl.quote(change.after().name());
        String check = ddl.quote(REQUIRED);
        String setNotNull = ddl.require(change);
        String fill = plain.substring(0, plain.length() - setNotNull.length());
        return fill
                + ddl.alter(change.table(), "add constraint " + check + " check (" + column + " is not null) not valid")
                + fill // of rows that came before the check
                + ddl.alter(change.table(), "validate constraint " + check)
                + setNotNull
                + ddl.alter(change.table(), "drop constraint " + check);
    }
}
