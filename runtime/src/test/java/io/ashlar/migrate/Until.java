package io.ashlar.migrate;

import java.time.Duration;

/**
 * Does something at one moment of one statement.
 *
 * @param moment {@code starts}, {@code ended}, or {@code between} the second batch and the third of ten rows
 */
record Until(String file, int statement, String moment, Runnable action) implements MigrationListener {

    @Override
    public void starts(MigrationStep step) {
        at(step, "starts");
    }

    @Override
    public void ended(MigrationStep step, long rows, Duration elapsed) {
        at(step, "ended");
    }

    @Override
    public void progresses(MigrationStep step, long seen, long total) {
        if (seen == 20) {
            at(step, "between");
        }
    }

    private void at(MigrationStep step, String now) {
        if (step.migration().file().equals(file) && step.number() == statement && now.equals(moment)) {
            action.run();
        }
    }
}
