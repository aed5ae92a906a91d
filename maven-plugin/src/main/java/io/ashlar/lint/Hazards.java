package io.ashlar.lint;

import io.ashlar.migrate.MigrationText.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the statements of one file may do, read one after the other. Here is what all databases do alike; whom a statement
 * holds up is each database's own.
 */
abstract class Hazards {

    private final List<Hazard> found = new ArrayList<>();
    private final Set<String> created = new HashSet<>();
    private Statement statement = new Statement(1, "", true);

    /** Reads the next statement. */
    final void read(Statement next) {
        statement = next;
        Words words = Words.of(next.sql());
        if (words.take("create")) {
            words.skip("or replace", "global", "local", "temporary", "temp", "unlogged", "cached", "memory");
            if (words.take("table")) {
                created.add(words.skip("if not exists").name());
            } else {
                create(words);
            }
        } else if (words.take("alter table")) {
            String table = words.skip("if exists", "only").name();
            if (!isNew(table)) {
                alter(table, words);
            }
        } else if (words.take("drop")) {
            drop(words);
        } else if (words.take("truncate")) {
            loses(words.skip("table", "only").name(), "every row of");
        } else if (words.take("delete from")) {
            String table = words.skip("only").name();
            loses(table, words.contains("where") ? "rows of" : "every row of");
            touches(table);
        } else if (words.take("update")) {
            touches(words.skip("only").name());
        } else if (words.take("insert into") || words.take("merge into")) {
            touches(words.name());
        } else {
            other(words);
        }
    }

    /** Tells of a statement that cannot run in the transaction of the others. */
    final void outside(Statement next) {
        statement = next;
        add(
                Rule.NOT_IN_TRANSACTION,
                "this cannot run in a transaction, and the other statements of the file can",
                "give it a file of its own, or write executeInTransaction=false into the file of that name with .conf at its"
                        + " end");
    }

    final List<Hazard> found() {
        return List.copyOf(found);
    }

    /** Reads on after {@code create}, where no table follows. */
    private void create(Words words) {
        boolean unique = words.take("unique");
        words.skip("fulltext", "spatial");
        if (!words.take("index")) {
            return;
        }
        boolean concurrently = words.take("concurrently");
        if (!words.find("on")) {
            return;
        }
        String table = words.skip("only").name();
        if (!isNew(table)) {
            createIndex(table, concurrently);
            if (unique) {
                mayFail(table, "a unique index on", "duplicates");
            }
        }
    }

    private void drop(Words words) {
        if (words.take("table")) {
            loses(words.skip("if exists").name(), "with all rows, the table");
        } else if (words.take("sequence")) {
            add(
                    Rule.DELETES_DATA,
                    "takes along the next number of sequence "
                            + words.skip("if exists").name(),
                    "leave it");
        } else if (words.take("schema") || words.take("database")) {
            add(
                    Rule.DELETES_DATA,
                    "takes along all of " + words.skip("if exists").name(),
                    "drop what is in it by name");
        } else if (words.take("index")) {
            dropIndex(words);
        }
    }

    /** Reads what happens to a table that was there before the file. */
    final void alter(String table, Words words) {
        words.parts().forEach(action -> action(table, action));
    }

    private void action(String table, Words action) {
        if (action.take("add")) {
            if (action.take("constraint")) {
                action.skip("if not exists");
                String name = action.name();
                addConstraint(table, name, action);
            } else if (isConstraint(action)) {
                addConstraint(table, "", action);
            } else {
                action.skip("column", "if not exists");
                String column = action.name();
                addColumn(table, column, action);
            }
        } else if (action.take("drop")) {
            if (action.take("constraint")
                    || action.copy().take("primary key")
                    || action.copy().take("foreign key")) {
                return;
            }
            if (action.take("index") || action.take("key") || action.take("partition")) {
                return;
            }
            action.skip("column", "if exists");
            loses(table, "the values of " + action.name() + " in");
        } else if (action.take("alter")) {
            action.skip("column", "if exists");
            String column = action.name();
            if (action.take("set not null")) {
                require(table, column);
            } else if (action.take("type") || action.take("set data type")) {
                changeType(table, column, action);
            }
        } else {
            otherAction(table, action);
        }
    }

    private static boolean isConstraint(Words action) {
        Words ahead = action.copy();
        return ahead.take("check")
                || ahead.take("foreign key")
                || ahead.take("primary key")
                || ahead.take("unique")
                || ahead.take("exclude")
                || ahead.take("index")
                || ahead.take("key")
                || ahead.take("fulltext")
                || ahead.take("spatial");
    }

    /** Reads the definition of a new column after its name. */
    private void addColumn(String table, String column, Words definition) {
        boolean computed = definition.contains("generated") || definition.contains("as");
        if (definition.contains("not null") && !definition.contains("default") && !computed) {
            mayFail(table, "a required column without default in", "any rows");
        }
        newColumn(table, column, definition);
    }

    abstract void createIndex(String table, boolean concurrently);

    abstract void dropIndex(Words words);

    abstract void addConstraint(String table, String name, Words definition);

    abstract void newColumn(String table, String column, Words definition);

    abstract void require(String table, String column);

    abstract void changeType(String table, String column, Words definition);

    abstract void otherAction(String table, Words action);

    abstract void other(Words words);

    /** Rows are changed or read while locks of earlier statements may still be held. */
    abstract void touches(String table);

    final boolean isNew(String table) {
        return created.contains(table);
    }

    final int line() {
        return statement.line();
    }

    final void loses(String table, String what) {
        if (!isNew(table)) {
            add(
                    Rule.DELETES_DATA,
                    "takes along " + what + " " + table,
                    "keep what may still be asked for, elsewhere or for" + " some time");
        }
    }

    final void mayFail(String table, String what, String rows) {
        found.add(new Hazard(
                Rule.MAY_FAIL_ON_ROWS,
                line(),
                0,
                table,
                what + " " + table + " fails where there are " + rows,
                "ask the rows of " + table
                        + " before anything runs: -- ashlar:preflight <tag> | <message with {count}> |"
                        + " <select of one number>"));
    }

    final void add(Rule rule, String what, String mend) {
        add(rule, 0, what, mend);
    }

    /** Adds what a lock does that the statement at line {@code since} took. */
    final void add(Rule rule, int since, String what, String mend) {
        found.add(new Hazard(rule, line(), since, "", what, mend));
    }
}
