package io.ashlar.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The databases Ashlar writes SQL for. */
public enum Dialect {
    H2("h2", "jdbc:h2:"),
    POSTGRESQL("postgresql", "jdbc:postgresql:"),
    MARIADB("mariadb", "jdbc:mariadb:");

    private final String id;
    private final String urlPrefix;

    Dialect(String id, String urlPrefix) {
        this.id = id;
        this.urlPrefix = urlPrefix;
    }

    /** Returns the name used in the pom and for the folder of migrations, such as {@code postgresql}. */
    public String id() {
        return id;
    }

    /** Returns the dialect with this {@link #id()}, in any case; empty if there is none. */
    public static Optional<Dialect> byId(String id) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.id.equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Returns the dialect of the database behind a JDBC URL; empty if it is none of ours. */
    public static Optional<Dialect> ofUrl(String url) {
        return Arrays.stream(values())
                .filter(dialect -> url.startsWith(dialect.urlPrefix))
                .findFirst();
    }
}
