package io.ashlar.database;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which database a module uses when several places name one.
 *
 * <p>The first that gives a URL wins: the system property {@code modules.database.url}, the environment variable
 * {@code <MODULE>_DATABASE_URL}, {@code MODULES_DATABASE_URL}, the configuration. User and password come from the first
 * place that gives them too, but from none after the one that gave the URL: the password of one database is never sent to
 * another. Blank counts as not given.
 *
 * @param systemProperties such as {@code -Dmodules.database.url=...}
 * @param environment such as {@code BLOG_DATABASE_URL=...}
 */
public record DatabaseLookup(Map<String, String> systemProperties, Map<String, String> environment) {

    /** Copies the maps. */
    public DatabaseLookup {
        systemProperties = Map.copyOf(systemProperties);
        environment = Map.copyOf(environment);
    }

    /** Looks into the system properties and the environment of this process. */
    public static DatabaseLookup ofThisProcess() {
        return of(System.getProperties());
    }

    /** Looks into {@code properties}, such as those of a Maven session, and the environment of this process. */
    public static DatabaseLookup of(Properties properties) {
        var strings = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> strings.put(name, properties.getProperty(name)));
        return new DatabaseLookup(strings, System.getenv());
    }

    /**
     * Returns the database of {@code module}.
     *
     * @param configured from the pom: the module's own database, else the shared one
     */
    public DatabaseSettings settings(String module, DatabaseSettings configured) {
        return first(property(), environment(prefix(module)), environment("MODULES_DATABASE_"), Source.of(configured));
    }

    /** Returns the database the modules share. */
    public DatabaseSettings sharedSettings(DatabaseSettings configured) {
        return first(property(), environment("MODULES_DATABASE_"), Source.of(configured));
    }

    private Source property() {
        return new Source(
                systemProperties.get("modules.database.url"),
                systemProperties.get("modules.database.user"),
                systemProperties.get("modules.database.password"));
    }

    private Source environment(String prefix) {
        return new Source(
                environment.get(prefix + "URL"),
                environment.get(prefix + "USER"),
                environment.get(prefix + "PASSWORD"));
    }

    private static String prefix(String module) {
        return module.toUpperCase(Locale.ROOT).replace('-', '_') + "_DATABASE_";
    }

    private static DatabaseSettings first(Source... byPrecedence) {
        var sources = Stream.of(byPrecedence).map(Source::withoutBlanks).toList();
        int winner = 0;
        while (sources.get(winner).url == null) { // ends at the configured one
            winner++;
        }
        var asked = sources.subList(0, winner + 1);
        return new DatabaseSettings(
                Objects.requireNonNull(sources.get(winner).url),
                any(asked, Source::user),
                any(asked, Source::password));
    }

    private static @Nullable String any(List<Source> sources, Function<Source, @Nullable String> part) {
        for (var source : sources) {
            var value = part.apply(source);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private record Source(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {

        static Source of(DatabaseSettings settings) {
            return new Source(settings.url(), settings.user(), settings.password());
        }

        Source withoutBlanks() {
            return new Source(orNull(url), orNull(user), orNull(password));
        }

        private static @Nullable String orNull(@Nullable String value) {
            return value == null || value.isBlank() ? null : value;
        }

        @Override
        public String toString() {
            return String.valueOf(url);
        }
    }
}
