package io.ashlar.database;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The file behind a URL such as {@code jdbc:h2:file:./data/shop}. */
record H2File(Path path) {

    private static final String SUFFIX = ".mv.db";

    /** Returns the file H2 opens for {@code url}; empty if the URL is of memory, a server, or no H2 at all. */
    static Optional<H2File> of(String url) {
        if (!url.startsWith("jdbc:h2:")) {
            return Optional.empty();
        }
        var location = url.substring("jdbc:h2:".length()).split(";", 2)[0];
        if (location.matches("(?:mem|tcp|ssl|zip|classpath|nio|nioMapped|async|split|retry).*")) {
            return Optional.empty();
        }
        var file = location.startsWith("file:") ? location.substring("file:".length()) : location;
        var path = file.startsWith("~/") ? System.getProperty("user.home") + file.substring(1) : file;
        return Optional.of(new H2File(Path.of(path + SUFFIX).toAbsolutePath().normalize()));
    }

    /** Returns whether there is a database already. */
    boolean exists() {
        return Files.exists(path);
    }

    /**
     * Makes sure that the file can be written, and that its folder exists.
     *
     * @throws ProblemsFound if not
     */
    void prepare() {
        var folder = Objects.requireNonNull(path.getParent()); // the path is absolute
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".writable", null)); // asking would not notice read-only mounts
        } catch (IOException e) {
            throw new ProblemsFound(List.of(readOnly(folder)), e);
        }
        if (exists() && !Files.isWritable(path)) {
            throw new ProblemsFound(readOnly(path));
        }
    }

    private Problem readOnly(Path place) {
        return new Problem(
                "database-read-only",
                "Cannot write the H2 database: '" + place + "' is read-only",
                path.toString(),
                "make it writable, or put the database elsewhere: <database><url>jdbc:h2:file:...</url></database>");
    }
}
