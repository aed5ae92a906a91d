package io.ashlar.databases;

import java.nio.file.Path;

/** A running server that hands out databases. It ends with this JVM. */
interface TestServer {

    /** Creates an empty database called {@code name}, owned by a user who is no administrator. */
    TestDatabase create(String name);

    /** Names the file with the number of its first process, in the first line. */
    default Path pidFile() {
        throw new UnsupportedOperationException("It runs in this process");
    }

    /** Ends it before this JVM does; {@code process} is what runs now. */
    default void stop(ProcessHandle process) {
        throw new UnsupportedOperationException("It runs in this process");
    }
}
