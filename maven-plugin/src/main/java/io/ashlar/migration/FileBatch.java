package io.ashlar.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that appear together: each is written beside its place first, then all are moved. Closing undoes what was not published. */
final class FileBatch implements AutoCloseable {

    private final Map<Path, Path> staged = new LinkedHashMap<>();
    private final Set<Path> removed = new LinkedHashSet<>();
    private final Deque<IoStep> undo = new ArrayDeque<>();
    private boolean published;

    /** Writes a file's text beside its place. */
    void stage(Path file, String text) throws IOException {
        createDirectories(file.toAbsolutePath().getParent());
        Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
        undo.push(() -> Files.deleteIfExists(temporary));
        Files.writeString(temporary, text);
        staged.put(file, temporary);
    }

    /** Deletes a file, after all others are in their places. */
    void remove(Path file) {
        removed.add(file);
    }

    /** Moves all files to their places. */
    void publish() throws IOException {
        for (Map.Entry<Path, Path> file : staged.entrySet()) {
            Path target = file.getKey();
            if (Files.exists(target)) {
                byte[] before = Files.readAllBytes(target);
                undo.push(() -> Files.write(target, before));
            } else {
                undo.push(() -> Files.deleteIfExists(target));
            }
            Files.move(file.getValue(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path file : removed) {
            byte[] before = Files.readAllBytes(file);
            undo.push(() -> Files.write(file, before));
            Files.delete(file);
        }
        published = true;
    }

    private void createDirectories(@Nullable Path folder) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        createDirectories(folder.getParent());
        Files.createDirectory(folder);
        undo.push(() -> Files.deleteIfExists(folder));
    }

    @Override
    public void close() throws IOException {
        if (published) {
            return;
        }
        for (IoStep step : undo) {
            step.run();
        }
    }

    /** One step back. */
    private interface IoStep {
        void run() throws IOException;
    }
}
