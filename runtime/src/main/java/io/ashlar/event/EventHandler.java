package io.ashlar.event;

/** Does something about what happened. Run in a thread of the application, one event after the other. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Handles an event whose transaction is committed.
     *
     * @throws Exception for whatever fails: it is logged and reported, and undoes nothing; a durable event is delivered again
     */
    void handle(ModelEvent event) throws Exception;
}
