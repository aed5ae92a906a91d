package io.ashlar.lint;

/** H2 is embedded and copies a table for most changes: whom that holds up is the same process, and is not told. */
final class H2Hazards extends Hazards {

    @Override
    void createIndex(String table, boolean concurrently) {}

    @Override
    void dropIndex(Words words) {}

    @Override
    void addConstraint(String table, String name, Words definition) {
        mayFail(table, "a constraint on", "rows that break it");
    }

    @Override
    void newColumn(String table, String column, Words definition) {}

    @Override
    void require(String table, String column) {
        mayFail(table, "not null on " + column + " of", "rows without a value");
    }

    @Override
    void changeType(String table, String column, Words definition) {
        mayFail(table, "another type for " + column + " of", "values that do not fit");
    }

    @Override
    void otherAction(String table, Words action) {}

    @Override
    void other(Words words) {}

    @Override
    void touches(String table) {}
}
