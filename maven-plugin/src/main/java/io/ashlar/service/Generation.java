package io.ashlar.service;

import java.nio.file.Path;
import java.util.List;

/**
 * What one generation did.
 *
 * @param skipped whether nothing was even read, since nothing had changed
 * @param written the files that are new or different
 * @param deleted the files that are generated no more
 */
public record Generation(boolean skipped, List<Path> written, List<Path> deleted) {

    /** Copies the lists. */
    public Generation {
        written = List.copyOf(written);
        deleted = List.copyOf(deleted);
    }
}
