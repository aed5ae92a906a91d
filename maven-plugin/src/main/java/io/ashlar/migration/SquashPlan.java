package io.ashlar.migration;

import io.ashlar.database.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One migration from many, before it is written.
 *
 * @param made what is written for each dialect that has more than one
 * @param texts all new files
 * @param gone all files that are no more
 */
public record SquashPlan(MigrationFolder folder, Map<Dialect, Made> made, Map<Path, String> texts, Set<Path> gone) {

    /**
     * One dialect's.
     *
     * @param from the migrations that it is made from, the oldest first
     * @param file to be written
     * @param text of the file
     */
    public record Made(List<Path> from, Path file, String text) {

        /** Copies the list. */
        public Made {
            from = List.copyOf(from);
        }
    }

    /** Copies. */
    public SquashPlan {
        made = Map.copyOf(made);
        gone = Set.copyOf(gone);
    }

    /** Writes the new files and deletes the old ones, all or none. Returns a line about it. */
    public String write() {
        folder.write(texts, Map.of(), gone);
        return made.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey().id() + ": " + each.getValue().file().getFileName() + " from "
                        + each.getValue().from().size() + " migrations")
                .collect(Collectors.joining(", "));
    }
}
