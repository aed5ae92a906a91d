package io.ashlar.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A migration that another stands for, which was made from it and others, as a line at the other's head tells: {@code --
 * ashlar:replaces V1__create_post.sql 1234}. Databases that ran all that one replaces count as having run it.
 *
 * @param file the name of the file that is no more
 * @param checksum what it had
 * @param by which file stands for it; null for the one that says so
 */
public record ReplacedMigration(
        String file, int checksum, @Nullable By by) {

    private static final String MARK = "-- ashlar:replaces ";
    private static final Pattern LINE =
            Pattern.compile(Pattern.quote(MARK) + "(V\\d{1,18}__\\S+) (-?\\d+)(?: by (V\\d{1,18}__\\S+) (-?\\d+))?");

    /** A file that is no more itself, and stood for others. */
    public record By(String file, int checksum) {}

    /**
     * Returns the lines for the head of a file that is to stand for {@code files}, and for all that they stand for.
     *
     * @param files migrations, the oldest first
     */
    public static String lines(List<Path> files) {
        var lines = new StringBuilder();
        for (var file : files) {
            try {
                var migration = MigrationFile.read(file);
                of(migration)
                        .forEach(each ->
                                lines.append(each.line(each.byOr(migration))).append('\n'));
                lines.append(new ReplacedMigration(migration.name(), migration.checksum(), null).line(null))
                        .append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        return lines.toString();
    }

    private By byOr(MigrationFile owner) {
        return by == null ? new By(owner.name(), owner.checksum()) : by;
    }

    private String line(@Nullable By stands) {
        return MARK + file + " " + checksum + (stands == null ? "" : " by " + stands.file() + " " + stands.checksum());
    }

    /** Reads the head of a file; none where it stands for itself alone. */
    static List<ReplacedMigration> of(MigrationFile file) {
        var replaced = new ArrayList<ReplacedMigration>();
        if (!file.sql().contains(MARK)) {
            return replaced;
        }
        file.sql()
                .lines()
                .map(String::strip)
                .takeWhile(line -> line.isEmpty() || line.startsWith("--"))
                .flatMap(line -> read(line).stream())
                .forEach(replaced::add);
        return replaced;
    }

    private static Optional<ReplacedMigration> read(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ReplacedMigration(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                parts.group(3) == null ? null : new By(parts.group(3), Integer.parseInt(parts.group(4)))));
    }

    long version() {
        return version(file);
    }

    static long version(String file) {
        return Long.parseLong(file.substring(1, file.indexOf("__")));
    }
}
