package io.ashlar.migrate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A migration as it lies in its folder.
 *
 * @param version its number, which orders a module's migrations
 * @param sql its text
 * @param classes finds the Java class that it names
 * @param settings the text of the {@code .conf} file beside it, such as {@code executeInTransaction=false}
 */
record MigrationFile(
        Path path,
        long version,
        Migration migration,
        String sql,
        DataSteps classes,
        @Nullable String settings) {

    private static final Pattern NAME = Pattern.compile("V(\\d{1,18})__(.+)\\.sql");
    private static final Pattern DOWN_NAME = Pattern.compile("U(\\d{1,18})__(.+)\\.sql");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Returns whether the name of {@code file} is that of a migration. */
    static boolean isNamed(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /** Returns whether the name of {@code file} is that of a script that undoes a migration. */
    static boolean isNamedDown(Path file) {
        return DOWN_NAME.matcher(file.getFileName().toString()).matches();
    }

    /** Reads a file whose name is that of a migration, without what may be beside it. */
    static MigrationFile read(Path file) throws IOException {
        return read(file, DataSteps.NONE, NAME, any -> false);
    }

    /**
     * Reads a file whose name is that of a migration.
     *
     * @param isThere whether its folder has a file of this name
     */
    static MigrationFile read(Path file, DataSteps classes, Predicate<String> isThere) throws IOException {
        return read(file, classes, NAME, isThere);
    }

    /** Reads a file whose name is that of a script that undoes the migration of its version. */
    static MigrationFile readDown(Path file, DataSteps classes, Predicate<String> isThere) throws IOException {
        return read(file, classes, DOWN_NAME, isThere);
    }

    private static MigrationFile read(Path file, DataSteps classes, Pattern pattern, Predicate<String> isThere)
            throws IOException {
        var name = file.getFileName().toString();
        var matcher = pattern.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name);
        }
        var settings = name + ".conf";
        return new MigrationFile(
                file,
                Long.parseLong(matcher.group(1)),
                new Migration(matcher.group(1), matcher.group(2).replace('_', ' '), name),
                Files.readString(file),
                classes,
                isThere.test(settings) ? Files.readString(file.resolveSibling(settings)) : null);
    }

    /** Returns the file's name. */
    String name() {
        return migration.file();
    }

    /** Returns the checksum that Flyway stores: of all lines, whatever ends them. */
    int checksum() {
        var checksum = new CRC32();
        var start = !sql.isEmpty() && sql.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        var lines = sql.substring(start).replace("\r", "").replace("\n", "");
        checksum.update(lines.getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }
}
