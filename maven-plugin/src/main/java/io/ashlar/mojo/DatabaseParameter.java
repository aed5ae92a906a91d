package io.ashlar.mojo;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import org.apache.maven.settings.Server;
import org.jspecify.annotations.Nullable;

/** {@code <database>} in the plugin's configuration. Maven sets the fields. */
public final class DatabaseParameter {

    /** A JDBC URL without a password. */
    private @Nullable String url;

    private @Nullable String user;

    private @Nullable String password;

    /** The {@code <server>} in settings.xml that has user and password. */
    private @Nullable String serverId;

    /** For Maven. */
    public DatabaseParameter() {}

    DatabaseParameter(
            @Nullable String url, @Nullable String user, @Nullable String password, @Nullable String serverId) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.serverId = serverId;
    }

    /** What settings depend on beside the pom. */
    @FunctionalInterface
    interface Context {

        /** Returns a server of settings.xml, decrypted; null if there is none with this id. */
        @Nullable
        Server server(String id);
    }

    /**
     * Returns the settings.
     *
     * @throws ProblemsFound if there is no URL, it carries a password, or the server is unknown
     */
    DatabaseSettings settings(Context context) {
        String address = checkedUrl();
        Server server = serverId == null ? null : context.server(serverId);
        if (serverId != null && server == null) {
            throw new ProblemsFound(new Problem(
                    "unknown-server",
                    "settings.xml has no server '" + serverId + "'",
                    "<serverId> in <database> of modules-maven-plugin",
                    "add <server><id>" + serverId
                            + "</id><username>...</username><password>...</password></server> to <servers> in"
                            + " ~/.m2/settings.xml"));
        }
        return new DatabaseSettings(
                address,
                user != null || server == null ? user : server.getUsername(),
                password != null || server == null ? password : server.getPassword());
    }

    private String checkedUrl() {
        if (url == null || url.isBlank()) {
            throw new ProblemsFound(new Problem(
                    "no-database-url",
                    "A <database> has no <url>",
                    "<database> of modules-maven-plugin",
                    "add <url>jdbc:postgresql://localhost/shop</url>, or leave <database> out for an H2 file"));
        }
        if (!new DatabaseSettings(url, null, null).safeUrl().equals(url)) {
            throw new ProblemsFound(new Problem(
                    "password-in-url",
                    "The URL of a <database> carries a password, which would end up in artifacts and logs",
                    "<url> in <database> of modules-maven-plugin",
                    "take it out of the URL, and give it by <serverId> (a server in settings.xml) or by the environment"
                            + " variable MODULES_DATABASE_PASSWORD"));
        }
        return url.strip();
    }
}
