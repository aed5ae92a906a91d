package io.ashlar.mojo;

import io.ashlar.database.DatabaseSettings;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Relative files of H2: they start from the top-level project, wherever Maven was started. */
final class H2Files {

    private static final Pattern RELATIVE = Pattern.compile("jdbc:h2:(file:)?(\\.{1,2}/[^;]*)(.*)");

    private H2Files() {}

    static DatabaseSettings absolute(DatabaseSettings settings, Path root) {
        Matcher matcher = RELATIVE.matcher(settings.url());
        if (!matcher.matches()) {
            return settings;
        }
        Path file = root.resolve(matcher.group(2)).normalize();
        return new DatabaseSettings(
                "jdbc:h2:file:" + file.toString().replace('\\', '/') + matcher.group(3),
                settings.user(),
                settings.password());
    }
}
