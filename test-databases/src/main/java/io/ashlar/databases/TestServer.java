package io.ashlar.databases;

/** A running server that hands out databases. It ends with this JVM. */
interface TestServer {

    /** Creates an empty database called {@code name}, owned by a user who is no administrator. */
    TestDatabase create(String name);
}
