package io.ashlar.database;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who connects to it.
 *
 * @param url a JDBC URL of one of the {@linkplain Dialect dialects}
 * @param user null where the URL or the server decides
 * @param password null where there is none; never printed
 */
public record DatabaseSettings(
        String url, @Nullable String user, @Nullable String password) {

    /** Returns the URL with each password in it masked, for messages and logs. */
    public String safeUrl() {
        return Secrets.mask(url);
    }

    /** Returns the file of an H2 database; empty if the URL is of memory, of a server, or of no H2. */
    public Optional<Path> h2File() {
        return H2File.of(url).map(H2File::path);
    }

    /** Returns URL and user; passwords stay out of every message and log. */
    @Override
    public String toString() {
        return user == null ? safeUrl() : safeUrl() + " as " + user;
    }
}
