package io.ashlar.databases;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        return Files.createTempDirectory(shared(), server + "-data-");
    }

    /** Waits until no other JVM holds the lock called {@code name}. */
    static Closeable lock(String name) throws IOException {
        var channel =
                FileChannel.open(shared().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    /** Deletes a folder with all in it. */
    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
