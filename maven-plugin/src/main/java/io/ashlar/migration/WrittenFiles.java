package io.ashlar.migration;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param files in the order in which they were
 * @param hazards lines about what the migrations among them may do, although they say why they may
 */
public record WrittenFiles(List<Path> files, List<String> hazards) {

    /** Copies the lists. */
    public WrittenFiles {
        files = List.copyOf(files);
        hazards = List.copyOf(hazards);
    }
}
