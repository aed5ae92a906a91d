package io.ashlar.database;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Explains why a database could not be connected to. */
final class ConnectFailure {

    private static final Pattern SERVER_URL = Pattern.compile("jdbc:\\w+:(?://([^/?]*)/?)?([^?;]*).*");
    private static final String PLACES = "<database> of the pom, MODULES_DATABASE_%1$s or -Dmodules.database.%2$s";
    private static final String URL_PLACES = PLACES.formatted("URL", "url");

    private final Dialect dialect;
    private final DatabaseSettings settings;
    private final SQLException cause;

    private ConnectFailure(DatabaseSettings settings, SQLException cause) {
        this.dialect = Drivers.dialect(settings);
        this.settings = settings;
        this.cause = cause;
    }

    /** Returns what the user can do about {@code cause}. */
    static ProblemsFound explained(DatabaseSettings settings, SQLException cause) {
        return new ProblemsFound(List.of(new ConnectFailure(settings, cause).problem()), cause);
    }

    private Problem problem() {
        return switch (dialect) {
            case H2 -> h2();
            case POSTGRESQL -> postgresql();
            case MARIADB -> mariadb();
        };
    }

    private Problem postgresql() {
        return switch (state()) {
            case "28P01", "28000", "08004" -> loginRefused();
            case "3D000" -> databaseUnknown();
            case "08001", "08006", "57P03" -> unreachable();
            default -> refused();
        };
    }

    private Problem mariadb() {
        return switch (cause.getErrorCode()) {
            case 1045, 1130, 1698 -> loginRefused();
            case 1044, 1049 -> databaseUnknown(); // 1044: the user may not see whether it exists
            default -> state().startsWith("08") ? unreachable() : refused();
        };
    }

    private Problem h2() {
        return switch (cause.getErrorCode()) {
            case 90146 ->
                problem(
                        "database-missing",
                        "There is no H2 database yet",
                        "create it with 'mvn modules:db-migrate', or correct the URL in " + URL_PLACES);
            case 90020 ->
                problem(
                        "database-locked",
                        "Another process has the H2 database open",
                        "stop that application, or give both a server such as PostgreSQL; see " + URL_PLACES);
            case 28000 -> loginRefused();
            default -> refused();
        };
    }

    private Problem unreachable() {
        return problem(
                "database-unreachable",
                "No " + dialect.title() + " answers at '" + host() + "'" + reason(),
                "start the server, or correct host and port in " + URL_PLACES);
    }

    private Problem loginRefused() {
        var given = settings.password() == null ? ", who has no password here" : ": user or password is wrong";
        return problem(
                "database-login-refused",
                dialect.title() + " refuses "
                        + (settings.user() == null ? "a login without user" : "user '" + settings.user() + "'") + given,
                "correct the user in " + PLACES.formatted("USER", "user")
                        + ", and the password in MODULES_DATABASE_PASSWORD or the <serverId> of settings.xml");
    }

    private Problem databaseUnknown() {
        return problem(
                "database-unknown",
                dialect.title() + " at '" + host() + "' has no database '" + name() + "', or not for this user",
                "create it with 'mvn modules:db-setup' or CREATE DATABASE " + name() + ", or correct its name in "
                        + URL_PLACES);
    }

    private Problem refused() {
        return problem(
                "database-refused",
                dialect.title() + " does not let us in" + reason(),
                "correct the URL in " + URL_PLACES);
    }

    private Problem problem(String tag, String what, String mend) {
        return new Problem(tag, what, settings.safeUrl(), mend);
    }

    private String reason() {
        var message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return message.isEmpty() ? "" : ": " + Secrets.mask(message, settings.password());
    }

    private String state() {
        return String.valueOf(cause.getSQLState());
    }

    private String host() {
        var matcher = SERVER_URL.matcher(settings.safeUrl());
        var host = matcher.matches() ? matcher.group(1) : null;
        return host == null || host.isEmpty() ? "localhost" : host;
    }

    private String name() {
        var matcher = SERVER_URL.matcher(settings.safeUrl());
        var name = matcher.matches() ? matcher.group(2) : null;
        return name == null || name.isEmpty() ? String.valueOf(settings.user()) : name;
    }
}
