package io.ashlar.databases;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** The folders of the test servers: unpacked once for a machine's user, data for one JVM only. */
final class Workspace {

    private Workspace() {}

    /** Returns the folder all JVMs of this user share; it survives them, so that later starts are fast. */
    static Path shared() throws IOException {
        return Files.createDirectories(Path.of(
                System.getProperty("java.io.tmpdir"), "ashlar-test-databases-" + System.getProperty("user.name")));
    }

    /** Creates a folder for one server's data; whoever stops the server deletes it. */
    static Path temporary(String server) throws IOException {
        deleteLeftovers();
        return Files.createTempDirectory(shared(), server + "-data-");
    }

    /** JVMs that were killed leave their data behind. */
    private static void deleteLeftovers() throws IOException {
        var yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        try (var folders = Files.newDirectoryStream(shared(), "*-data-*")) {
            for (var folder : folders) {
                if (Files.getLastModifiedTime(folder).compareTo(yesterday) < 0) {
                    delete(folder);
                }
            }
        }
    }

    /** Waits until no other JVM holds the lock called {@code name}. */
    static Closeable lock(String name) throws IOException {
        var channel =
                FileChannel.open(shared().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    /** Copies a folder with all in it. */
    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Deletes a folder with all in it, if it exists. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
