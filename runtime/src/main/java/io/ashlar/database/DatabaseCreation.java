package io.ashlar.database;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Creates the database that a URL names, on a server that lets its user do so. */
public final class DatabaseCreation {

    private static final Pattern SERVER_URL =
            Pattern.compile("(jdbc:(?:postgresql|mariadb):(?://[^/?]*/)?)([^?]*)(\\?.*)?");

    private DatabaseCreation() {}

    /**
     * Makes sure that the database exists. The file of an H2 database is not made here, but by whoever first writes to it.
     *
     * @return whether it was created now
     * @throws ProblemsFound if the server cannot be reached, refuses the user, or does not let the user create databases
     */
    public static boolean createIfMissing(DatabaseSettings settings) {
        if (Drivers.dialect(settings) == Dialect.H2) {
            Database.prepareFile(settings);
            return settings.h2File().filter(java.nio.file.Files::notExists).isPresent();
        }
        try {
            Database.openOrCreate(settings).close();
            return false;
        } catch (ProblemsFound e) {
            if (!e.problems().get(0).tag().equals("database-unknown")) {
                throw e;
            }
            return create(settings, e);
        }
    }

    private static boolean create(DatabaseSettings settings, ProblemsFound unknown) {
        var dialect = Drivers.dialect(settings);
        var url = SERVER_URL.matcher(settings.url());
        if (!url.matches() || url.group(2).isEmpty()) {
            throw unknown;
        }
        var name = url.group(2);
        var quote = dialect == Dialect.MARIADB ? "`" : "\"";
        var sql = "CREATE DATABASE " + quote + name.replace(quote, quote + quote) + quote;
        var any = url.group(1)
                + (dialect == Dialect.POSTGRESQL ? "postgres" : "")
                + (url.group(3) == null ? "" : url.group(3));
        var server = new DriverDataSource(Drivers.driver(settings), any, settings);
        try (var connection = server.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ProblemsFound(
                    List.of(new Problem(
                            "database-not-created",
                            "The server does not let "
                                    + (settings.user() == null ? "us" : "user '" + settings.user() + "'")
                                    + " create the database '" + name + "': "
                                    + Secrets.mask(message, settings.password()),
                            settings.safeUrl(),
                            "have an administrator run: " + sql
                                    + (dialect == Dialect.POSTGRESQL && settings.user() != null
                                            ? " OWNER \"" + settings.user() + "\""
                                            : "")
                                    + "; then run db-setup again")),
                    e);
        }
    }
}
