package io.ashlar.lint;

/** MariaDB changes most in place; what it has to copy the table for lets others read, and nobody write. */
final class MariadbHazards extends Hazards {

    private static final String MEND =
            "run it when nobody writes, or copy the table in the background with a tool such as pt-online-schema-change";

    @Override
    void createIndex(String table, boolean concurrently) {}

    @Override
    void dropIndex(Words words) {}

    @Override
    void addConstraint(String table, String name, Words definition) {
        if (definition.take("check") || definition.take("foreign key")) {
            copies(table, "a check or foreign key");
            mayFail(table, "a constraint on", "rows that break it");
        } else if (definition.take("unique") || definition.take("primary key")) {
            mayFail(table, "a key of", "duplicates");
        } else if (definition.take("fulltext") || definition.take("spatial")) {
            add(Rule.BLOCKS_WRITES, "nobody writes to " + table + " while this index is built", MEND);
        }
    }

    @Override
    void newColumn(String table, String column, Words definition) {
        if (definition.contains("stored") || definition.contains("persistent")) {
            copies(table, "a stored computed column");
        } else if (definition.contains("auto_increment")) {
            copies(table, "numbered rows");
        }
    }

    @Override
    void require(String table, String column) {}

    @Override
    void changeType(String table, String column, Words definition) {}

    @Override
    void otherAction(String table, Words action) {
        if (action.take("modify") || action.take("change")) {
            String column = action.skip("column", "if exists").name();
            copies(table, "another definition of " + column + ", unless it only widens or only allows null,");
            mayFail(table, "another definition of " + column + " of", "values that do not fit");
        } else if (action.take("convert to") || action.take("engine")) {
            copies(table, "another character set or engine");
        }
    }

    @Override
    void other(Words words) {
        if (words.take("lock tables") || words.take("lock table")) {
            String table = words.name();
            boolean write = words.contains("write");
            add(
                    write ? Rule.BLOCKS_READS : Rule.BLOCKS_WRITES,
                    "holds up others at " + table + " until it is unlocked",
                    "leave the lock to the statements that need one");
        }
    }

    @Override
    void touches(String table) {}

    private void copies(String table, String why) {
        add(Rule.REWRITES_TABLE, why + " copies " + table + ", and nobody writes to it meanwhile", MEND);
    }
}
