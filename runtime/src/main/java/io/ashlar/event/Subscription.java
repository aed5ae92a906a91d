package io.ashlar.event;

/** A handler that listens, or whoever is told of failures, until this is closed. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    /** Ends it; a second call does nothing. A handler that runs is not waited for. */
    @Override
    void close();
}
