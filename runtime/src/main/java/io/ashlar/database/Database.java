package io.ashlar.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A database that has answered: its dialect, and connections to it.
 *
 * <p>Thread-safe. Whoever opens it closes it.
 */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 10;

    private final Dialect dialect;
    private final DataSource dataSource;
    private final AutoCloseable held;

    private Database(Dialect dialect, DataSource dataSource, AutoCloseable held) {
        this.dialect = dialect;
        this.dataSource = dataSource;
        this.held = held;
    }

    /**
     * Connects once, to find out what is wrong, and pools at most {@value #CONNECTIONS} connections, opened as needed.
     *
     * <p>Creates nothing: the file of an H2 database must exist.
     *
     * @throws io.ashlar.problem.ProblemsFound if the URL is of no {@link Dialect}, its driver is missing, or the database
     *     cannot be connected to
     */
    public static Database open(DatabaseSettings settings) {
        var connections = existing(settings);
        try {
            connections.getConnection().close(); // the pool would be slow to fail, and vague
            var pool = new HikariDataSource(pool(connections));
            return new Database(Drivers.dialect(settings), pool, pool);
        } catch (SQLException e) {
            throw ConnectFailure.explained(settings, e);
        }
    }

    /**
     * Connects once as {@link #open}, and then anew for whoever asks; creates nothing.
     *
     * <p>For work that is soon done, such as counting rows.
     *
     * @throws io.ashlar.problem.ProblemsFound as {@link #open}
     */
    public static Database openUnpooled(DatabaseSettings settings) {
        return unpooled(settings, existing(settings));
    }

    private static DriverDataSource existing(DatabaseSettings settings) {
        var url = settings.h2File().isPresent() ? settings.url() + ";IFEXISTS=TRUE" : settings.url();
        return new DriverDataSource(Drivers.driver(settings), url, settings);
    }

    private static Database unpooled(DatabaseSettings settings, DriverDataSource connections) {
        try {
            // held, so that an H2 database does not close and open again between two others
            return new Database(Drivers.dialect(settings), connections, connections.getConnection());
        } catch (SQLException e) {
            throw ConnectFailure.explained(settings, e);
        }
    }

    private static HikariConfig pool(DataSource connections) {
        var config = new HikariConfig();
        config.setDataSource(connections);
        config.setPoolName("ashlar-database");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1); // an H2 file stays open, and ours
        config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        return config;
    }

    /**
     * Connects once as {@link #open}, and then anew for whoever asks; creates the file of an H2 database.
     *
     * <p>For work that takes several connections at a time and is soon done, such as migrations.
     *
     * @throws io.ashlar.problem.ProblemsFound as {@link #open}, and if the file cannot be written
     */
    public static Database openOrCreate(DatabaseSettings settings) {
        var connections = new DriverDataSource(Drivers.driver(settings), settings.url(), settings);
        prepareFile(settings);
        return unpooled(settings, connections);
    }

    /**
     * Makes sure that the file of an H2 database can be written or created, and that its folder exists.
     *
     * @throws io.ashlar.problem.ProblemsFound if not
     */
    public static void prepareFile(DatabaseSettings settings) {
        H2File.of(settings.url()).ifPresent(H2File::prepare);
    }

    /**
     * Returns the dialect of {@code settings}, without connecting.
     *
     * @throws io.ashlar.problem.ProblemsFound if it is none of ours
     */
    public static Dialect dialect(DatabaseSettings settings) {
        return Drivers.dialect(settings);
    }

    /** Returns the dialect of the URL. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns the connections. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Closes the pool and its connections. */
    @Override
    public void close() {
        try {
            held.close();
        } catch (Exception e) { // the connection is gone already
            throw new IllegalStateException("Cannot close the database", e);
        }
    }
}
