package io.ashlar.migrate;

import java.sql.SQLException;

/** A statement failed; goes through Flyway to whoever explains it. */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Step step;
    private final transient MigrationStep at;
    private final long seen;
    private final SQLException failure;

    /**
     * Failed.
     *
     * @param seen how many rows batches of the step have had that stay done
     */
    StepFailed(Step step, MigrationStep at, long seen, SQLException failure) {
        super(failure);
        this.step = step;
        this.at = at;
        this.seen = seen;
        this.failure = failure;
    }

    Step step() {
        return step;
    }

    MigrationStep at() {
        return at;
    }

    /** Returns how many statements of the file were done before. */
    int done() {
        return at.number() - 1;
    }

    /** Returns how many rows earlier batches of the statement have had. */
    long seen() {
        return seen;
    }

    String message() {
        return String.valueOf(failure.getMessage()).strip().replaceFirst("^\\(conn=\\d+\\) ", "");
    }

    /** Returns whether another connection held what the statement needs; trying again may help. */
    boolean isLockTaken() {
        var state = String.valueOf(failure.getSQLState());
        return state.equals("55P03")
                || state.equals("40P01") // a deadlock, of which it was the victim
                || failure.getErrorCode() == 1205
                || failure.getErrorCode() == 1213;
    }

    /** Returns whether the database is gone, so that nobody can tell what it did. */
    boolean isConnectionLost() {
        var state = String.valueOf(failure.getSQLState());
        return state.startsWith("08")
                || state.startsWith("57P") // PostgreSQL ends the connection
                || failure.getErrorCode() == 1927 // MariaDB: connection was killed
                || failure.getErrorCode() == 90098 // H2: database has been closed
                || failure.getErrorCode() == 90121;
    }
}
