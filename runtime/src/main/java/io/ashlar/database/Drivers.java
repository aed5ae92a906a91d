package io.ashlar.database;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds JDBC drivers without {@link java.sql.DriverManager}, which does not see those of a Maven plugin. */
final class Drivers {

    private static final String MARIADB_LOGS_NOTHING = "mariadb.logging.disable";

    private Drivers() {}

    /**
     * Returns the dialect of {@code settings}.
     *
     * @throws ProblemsFound if it is none of ours
     */
    static Dialect dialect(DatabaseSettings settings) {
        return Dialect.ofUrl(settings.url())
                .orElseThrow(() -> new ProblemsFound(new Problem(
                        "database-dialect-unknown",
                        "Cannot use the database at '" + settings.safeUrl() + "': it is none that modules support",
                        "the database's URL",
                        "use one of "
                                + Arrays.stream(Dialect.values())
                                        .map(Dialect::urlPrefix)
                                        .collect(Collectors.joining(" ", "", " (each followed by its location)")))));
    }

    /**
     * Returns the driver for {@code settings}.
     *
     * @throws ProblemsFound if it is not on the class path or module path
     */
    static Driver driver(DatabaseSettings settings) {
        return driver(
                settings, Stream.of(Thread.currentThread().getContextClassLoader(), Drivers.class.getClassLoader()));
    }

    static Driver driver(DatabaseSettings settings, Stream<ClassLoader> loaders) {
        var dialect = dialect(settings);
        if (dialect == Dialect.MARIADB && !settings.url().matches("jdbc:mariadb:.*//[^/]+/[^?]+.*")) {
            throw new ProblemsFound(
                    new Problem( // MariaDB would let us in, and fail at the first table
                            "database-unnamed",
                            "The URL names no database of the server",
                            settings.safeUrl(),
                            "add its name: jdbc:mariadb://<host>/<database>"));
        }
        if (dialect == Dialect.MARIADB) {
            leaveRefusalsToUs();
        }
        return loaders.filter(Objects::nonNull)
                .distinct()
                .flatMap(loader -> accepting(settings.url(), loader).stream())
                .findFirst()
                .orElseThrow(() -> new ProblemsFound(new Problem(
                        "database-driver-missing",
                        "There is no JDBC driver for " + dialect.title() + " on the path",
                        settings.safeUrl(),
                        "add the dependency " + dialect.driver()
                                + " to the application's pom, <scope>runtime</scope>")));
    }

    /**
     * MariaDB's driver logs what the server refuses, with the values of the row, however secret they are; we tell of it
     * without them. It asks this property once, when it is loaded; a user who wants the log sets it to false.
     *
     * @see <a href="https://github.com/mariadb-corporation/mariadb-connector-j">org.mariadb.jdbc.util.log.Loggers</a>
     */
    private static void leaveRefusalsToUs() {
        if (System.getProperty(MARIADB_LOGS_NOTHING) == null) {
            System.setProperty(MARIADB_LOGS_NOTHING, "true");
        }
    }

    private static Optional<Driver> accepting(String url, ClassLoader loader) {
        return ServiceLoader.load(Driver.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .filter(driver -> accepts(driver, url))
                .findFirst();
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) { // says it knows the kind of URL, and not this one; connecting explains
            return true;
        }
    }
}
