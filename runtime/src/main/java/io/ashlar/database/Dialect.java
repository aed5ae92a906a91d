package io.ashlar.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The databases Ashlar writes SQL for. */
public enum Dialect {
    H2("h2", "H2", "com.h2database:h2"),
    POSTGRESQL("postgresql", "PostgreSQL", "org.postgresql:postgresql"),
    MARIADB("mariadb", "MariaDB", "org.mariadb.jdbc:mariadb-java-client");

    private final String id;
    private final String title;
    private final String driver;

    Dialect(String id, String title, String driver) {
        this.id = id;
        this.title = title;
        this.driver = driver;
    }

    /** Returns the name used in the pom and for the folder of migrations, such as {@code postgresql}. */
    public String id() {
        return id;
    }

    /** Returns the name people write, such as {@code PostgreSQL}. */
    public String title() {
        return title;
    }

    /** Returns what JDBC URLs of this database begin with, such as {@code jdbc:postgresql:}. */
    public String urlPrefix() {
        return "jdbc:" + id + ":";
    }

    /** Returns the Maven coordinates of the JDBC driver, without a version. */
    public String driver() {
        return driver;
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
                .filter(dialect -> url.startsWith(dialect.urlPrefix()))
                .findFirst();
    }
}
