package io.ashlar.database;

import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who connects to it.
 *
 * @param url a JDBC URL of one of the {@linkplain Dialect dialects}, without a password
 * @param user null where the URL or the server decides
 * @param password null where there is none; never printed
 */
public record DatabaseSettings(
        String url, @Nullable String user, @Nullable String password) {

    /** Returns URL and user; the password stays out of every message and log. */
    @Override
    public String toString() {
        return user == null ? url : url + " as " + user;
    }
}
