package io.ashlar.migration;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One versioned migration of one dialect: {@code V20261123041423__create_post.sql}.
 *
 * @param version as in the file's name
 */
record MigrationFile(String version, Path path) {

    private static final Pattern NAME = Pattern.compile("V(\\d+(?:[._]\\d+)*)__.+\\.sql");

    /** Returns the migration in a file; empty where its name is none of a migration. */
    static Optional<MigrationFile> of(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        return name.matches() ? Optional.of(new MigrationFile(name.group(1), path)) : Optional.empty();
    }

    /** Returns the first number of the version: what a time stamp has to exceed. */
    BigInteger major() {
        return new BigInteger(version.split("[._]", 2)[0]);
    }
}
